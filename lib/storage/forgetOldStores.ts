import { browser } from 'wxt/browser';
import { change } from './item';
import { localItems } from './items';
import { isSealed } from './seal';

/** Removes what versions before 0.2 wrote to disk of calls: recordings on their way to a page, and agents' names. Seals what they wrote in plain text. */
export async function forgetOldStores(): Promise<void> {
  indexedDB.deleteDatabase('recordings');
  await browser.storage.local.remove('memory');
  const sealed = localItems.filter((item) => item.sealed);
  const stored = await browser.storage.local.get(sealed.map(({ key }) => key));
  // To open what is sealed already would cost each start of the worker.
  for (const item of sealed)
    if (item.key in stored && !isSealed(stored[item.key])) await change(item, (value) => value);
}
