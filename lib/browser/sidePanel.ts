import { type Browser, browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { CallRef } from '../call/call';

/** What a side panel should show: a call, or what a look-up of a text brings. */
export type PanelContent = { ref: CallRef } | { text: string };

/** What each window's side panel should show, by window ID, and since when. The panel reads it when it opens and watches it. */
const panelItem = storage.defineItem<Record<string, PanelContent & { at: number }>>('session:panel', { fallback: {} });

/** Firefox's sidebar, where there is no side panel. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel of a window at a call, or as it was left. Browsers allow it only as the first thing a click does, so the call
 * to show is written after opening.
 */
export async function openPanel(windowId: number, ref?: CallRef): Promise<void> {
  const sidebar = (browser as { sidebarAction?: SidebarAction }).sidebarAction;
  const opened = sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
  if (ref) await showInPanel(windowId, { ref });
  await opened;
}

/** Whether a click in a web page can open the panel: Firefox's sidebar opens from the browser's own surfaces alone. */
export const pagesOpenPanel = (): boolean => 'sidePanel' in browser;

/** Tells the panel of a window what to show. The same again is shown again: `at` makes it a change. */
export async function showInPanel(windowId: number, content: PanelContent): Promise<void> {
  await panelItem.setValue({ ...(await panelItem.getValue()), [windowId]: { ...content, at: Date.now() } });
}

/** Tells which call, or which text to look up, the panel of a window should show: now and whenever that changes. Answers how to stop. */
export function watchPanel(
  windowId: number,
  show: (ref: CallRef) => void,
  lookUp: (text: string) => void = () => {},
): () => void {
  let shown = 0;
  const tell = (contents: Record<string, PanelContent & { at: number }>) => {
    const content = contents[windowId];
    // The panel of another window changed.
    if (!content || content.at === shown) return;
    shown = content.at;
    if ('ref' in content) show(content.ref);
    else lookUp(content.text);
  };
  void panelItem.getValue().then(tell);
  return panelItem.watch(tell);
}

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
