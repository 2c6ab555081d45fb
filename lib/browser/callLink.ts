import { type Browser, browser } from 'wxt/browser';
import type { CallRef } from '../call/callRef';

type Link = Pick<CallRef, 'provider' | 'id'>;

const path = ({ provider, id }: Link) => `/${encodeURIComponent(provider)}/${encodeURIComponent(id)}`;

/** The address of a call's own page, beside another call if there is one. It holds providers and IDs, no data. */
export const linkTo = (call: Link, other?: Link) =>
  `${browser.runtime.getURL('/call.html')}#${path(call)}${other ? `/vs${path(other)}` : ''}`;

/** Opens a call in a page of its own; `print` brings up the printer there. */
export function openFullPage(ref: Link, { print = false } = {}): Promise<unknown> {
  const url = new URL(linkTo(ref));
  if (print) url.search = 'print';
  return browser.tabs.create({ url: url.href });
}

/** Opens the full page at a call or at a text to look up, in the tab on screen or a new one. */
export function openLink(
  content: Link | { text: string },
  where: `${Browser.omnibox.OnInputEnteredDisposition}`,
): Promise<unknown> {
  const url =
    'text' in content
      ? `${browser.runtime.getURL('/call.html')}#?${encodeURIComponent(content.text)}`
      : linkTo(content);
  return where === 'currentTab'
    ? browser.tabs.update({ url })
    : browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

/** Reads the text to look up from the hash of a full page's link; `undefined` when it holds none. */
export function readLinkedText(hash: string): string | undefined {
  if (!hash.startsWith('#?')) return undefined;
  try {
    return decodeURIComponent(hash.slice(2));
  } catch {
    return undefined;
  }
}

/** Reads the hash of a full page's link: one call, or two side by side; `undefined` when it names no call. */
export function readLink(hash: string): (Link & { other?: Link }) | undefined {
  const [, provider, id, otherProvider, otherId] = /^#\/([^/]+)\/([^/]+)(?:\/vs\/([^/]+)\/([^/]+))?$/.exec(hash) ?? [];
  const read = (each?: string, of?: string) =>
    each && of ? { provider: decodeURIComponent(each), id: decodeURIComponent(of) } : undefined;
  try {
    const call = read(provider, id);
    const other = read(otherProvider, otherId);
    return call && (other ? { ...call, other } : call);
  } catch {
    return undefined;
  }
}
