import { browser } from 'wxt/browser';

/**
 * Opens the first steps once: when a user installs the extension. Not after updates, and not where a company installs it for its
 * people, who did not ask for a tab.
 */
export function registerWelcome(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    const { installType } = await browser.management.getSelf();
    if (installType !== 'admin') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
