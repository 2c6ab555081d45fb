import { browser } from 'wxt/browser';
import { change } from './item';
import { localItems } from './items';

/** Removes what versions before 0.2 wrote to disk of calls: recordings on their way to a page, and agents' names. Seals what they wrote in plain text. */
export async function forgetOldStores(): Promise<void> {
  indexedDB.deleteDatabase('recordings');
  await browser.storage.local.remove('memory');
  for (const item of localItems) if (item.sealed) await change(item, (value) => value);
}
