import { browser } from 'wxt/browser';
import type { CallRef } from '../call/callRef';
import { change, read, watch } from '../storage/item';
import { type PanelContent, panelItem } from '../storage/tabItems';

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
  await change(panelItem, (contents) => ({ ...contents, [windowId]: { ...content, at: Date.now() } }));
}

/** Tells which call, or which text to look up, the panel of a window should show: now and whenever that changes. Returns how to stop. */
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
  void read(panelItem).then(tell);
  return watch(panelItem, tell);
}
