import { browser } from 'wxt/browser';

/** Opens the settings where sites are enabled. */
export const openSites = (): Promise<unknown> =>
  browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#sites` });
