import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { CallRef } from './call';

/** The call each window's side panel should show, by window ID. The panel reads it when it opens and watches it. */
const panelItem = storage.defineItem<Record<string, CallRef>>('session:panel', { fallback: {} });

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
  if (ref) await panelItem.setValue({ ...(await panelItem.getValue()), [windowId]: ref });
  await opened;
}

/** Tells which call the panel of a window should show, now and whenever that changes. Answers how to stop. */
export function watchPanel(windowId: number, show: (ref: CallRef) => void): () => void {
  const tell = (refs: Record<string, CallRef>) => {
    const ref = refs[windowId];
    if (ref) show(ref);
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
