import { browser } from 'wxt/browser';

/** Removes what versions before 0.2 wrote to disk of calls: recordings on their way to a page, and agents' names. */
export async function forgetOldStores(): Promise<void> {
  indexedDB.deleteDatabase('recordings');
  await browser.storage.local.remove('memory');
}
