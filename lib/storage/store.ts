import { browser } from 'wxt/browser';
import { callItem, type Head, headItem } from './callItems';
import { type Stored, understand } from './define';

/**
 * Stores values by their keys. When the 10 MB of session storage are full, the older half of the calls in it makes room: a call can be
 * read again, and everything else there is small. Throws as the browser does where that does not help.
 */
export async function store(area: 'local' | 'session', values: Stored): Promise<void> {
  try {
    await browser.storage[area].set(values);
  } catch (error) {
    if (area === 'local') throw error;
    await removeOlderHalf();
    await browser.storage.session.set(values);
  }
}

async function removeOlderHalf(): Promise<void> {
  const stored: Stored = await browser.storage.session.get(null);
  const fetchedAt = (name: string) => understand<Head | undefined>(headItem(name), stored).value?.fetchedAt ?? '';
  const names = Object.keys(stored)
    .flatMap((key) => (key.startsWith(headItem.prefix) ? [key.slice(headItem.prefix.length)] : []))
    .sort((a, b) => (fetchedAt(a) < fetchedAt(b) ? -1 : 1));
  await removeCalls(names.slice(0, Math.ceil(names.length / 2)));
}

/** Forgets calls, by `refKey`. */
export const removeCalls = (names: string[]): Promise<void> =>
  browser.storage.session.remove(names.flatMap((name) => [callItem(name).key, headItem(name).key]));
