import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { languageReady } from '../../browser/chosenLanguage';
import { openPanel } from '../../browser/sidePanel';
import { lookUpInPanel } from './lookUpInPanel';

const menu = 'open-call-log';

/** Says the menu's name in the user's language. */
export const nameMenu = (): Promise<void> => browser.contextMenus.update(menu, { title: i18n.t('menu.openCallLog') });

/** Adds "Open call log" to the menu of selections, links and input fields. */
export function registerMenu(): void {
  // Adding it twice is an error, and it outlives the worker.
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    await languageReady();
    browser.contextMenus.create({
      id: menu,
      title: i18n.t('menu.openCallLog'),
      contexts: ['selection', 'link', 'editable'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }, tab) => {
    if (menuItemId !== menu || !tab) return;
    // Nothing may come before it: the browser opens the panel only while the click lasts.
    const opened = openPanel(tab.windowId);
    void opened.then(() => lookUpInPanel(tab.windowId, [selectionText, linkUrl]));
  });
}
