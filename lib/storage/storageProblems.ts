import { browser } from 'wxt/browser';
import type { Item } from './define';
import { change, remove } from './item';
import { localItems } from './items';
import { type Aside, asideIn, asideKey, forgetAside } from './setAside';

/** Stored data that this version of the extension cannot read. */
export interface StorageProblem extends Omit<Aside, 'at'> {
  /** When it was found: ISO 8601. Absent for what a newer version of the extension wrote: that was left where it is. */
  at?: string;
}

/** Checks all that is on disk and returns what could not be read, and has not been forgotten since. */
export async function listStorageProblems(): Promise<StorageProblem[]> {
  const newer = (await Promise.all(localItems.map(ofNewer))).flat();
  const [local, session] = await Promise.all([asideIn('local'), asideIn('session')]);
  return [...newer, ...local, ...session];
}

/** Sets aside what cannot be read; a newer version's value is returned, and stays. */
async function ofNewer(item: Item<never>): Promise<StorageProblem[]> {
  const isReadable = await change(item, (value) => value).then(
    () => true,
    () => false,
  );
  if (isReadable) return [];
  const { [item.key]: value } = await browser.storage.local.get(item.key);
  return [{ item: item.key, text: JSON.stringify(value), area: 'local' }];
}

/** Forgets all of it. What can be read stays. */
export async function forgetStorageProblems(problems: StorageProblem[]): Promise<void> {
  const newer = new Set(problems.flatMap(({ item, at }) => (at === undefined ? [item] : [])));
  await Promise.all(localItems.filter(({ key }) => newer.has(key)).map(remove));
  await Promise.all([forgetAside('local'), forgetAside('session')]);
}

/** Tells when there may be other problems than before. Returns how to stop. */
export function watchStorageProblems(tell: () => void): () => void {
  const listen = (changes: object, area: string) => {
    if (area === 'local' || asideKey in changes) tell();
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
