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

/** Opens a call in a page of its own. The link holds no data. */
export function openFullPage({ provider, id }: Pick<CallRef, 'provider' | 'id'>): Promise<unknown> {
  const url = new URL(browser.runtime.getURL('/call.html'));
  url.hash = `/${encodeURIComponent(provider)}/${encodeURIComponent(id)}`;
  return browser.tabs.create({ url: url.href });
}

/** Reads the hash of a full page's link; `undefined` when it names no call. */
export function readLink(hash: string): Pick<CallRef, 'provider' | 'id'> | undefined {
  const [, provider, id] = /^#\/([^/]+)\/([^/]+)$/.exec(hash) ?? [];
  try {
    return provider && id ? { provider: decodeURIComponent(provider), id: decodeURIComponent(id) } : undefined;
  } catch {
    return undefined;
  }
}
