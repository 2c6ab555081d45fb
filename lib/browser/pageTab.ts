import { type Browser, browser } from 'wxt/browser';

/**
 * The tab whose page the popup and the side panel speak about: the active one of their window. One of our pages that is open in a
 * tab of its own speaks about the tab the user used before it. The tab's `url` is there only where the browser lets us see it.
 */
export async function pageTab(): Promise<Browser.tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const ours = browser.runtime.getURL('/');
  const others = (await browser.tabs.query({ windowId: own.windowId })).filter(
    ({ id, url }) => id !== own.id && !url?.startsWith(ours),
  );
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
