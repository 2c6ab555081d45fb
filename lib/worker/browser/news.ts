import { browser } from 'wxt/browser';
import { change } from '../../storage/item';
import { newsItem } from '../../storage/items';

/** Remembers after an update that there is something new to read. Nothing is opened: the settings and the way there say so. */
export function registerNews(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'update' && previousVersion !== browser.runtime.getManifest().version)
      void change(newsItem, () => true).catch(() => {});
  });
}
