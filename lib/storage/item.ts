import { browser } from 'wxt/browser';
import { fail } from '../errors';
import { type Family, type Item, keysOf, type Stored, understand, versionKey } from './define';
import { lockOf, withLock } from './lock';
import { policyItem } from './policyItem';
import { isSealed, sealFiles, storeSealed, unseal } from './seal';
import { setAside } from './setAside';
import { store } from './store';

/** What is stored, or the fallback, under the policy there is. What cannot be read is set aside, and never thrown at the caller. */
export async function read<T>(item: Item<T>): Promise<T> {
  const [value] = await readAll([item]);
  return value as T;
}

/** What the user stored, whatever a policy says. */
export const readOwn = <T>(item: Item<T>): Promise<T> => read({ ...item, under: undefined });

/** Reads several items of one area at once, in their order. */
export async function readAll<T>(items: Item<T>[]): Promise<T[]> {
  const [first] = items;
  if (!first) return [];
  const stored: Stored = await browser.storage[first.area].get(withPolicy(items).flatMap(keysOf));
  for (const item of items) if (item.sealed) await openIn(stored, item, true);
  return items.map((item) => {
    const { value, bad } = understand(item, stored);
    if (bad !== undefined) void change(item, (good) => good).catch(() => {});
    return underPolicy(item, value, stored);
  });
}

/** The items, and what else has to be read for them. */
const withPolicy = <T>(items: Item<T>[]): Pick<Item<unknown>, 'key'>[] =>
  items.some(({ under }) => under) ? [...items, policyItem] : items;

const underPolicy = <T>({ under }: Item<T>, own: T, stored: Stored): T =>
  under ? under(own, understand(policyItem, stored).value) : own;

/**
 * Changes what is stored and returns what is read then: `work` gets the user's own value, whatever a policy says, and returns the new
 * one, the same for no change, or `undefined` to remove it. Nobody reads between, in the worker or in a page. `work` cannot wait, so that it never waits for a
 * lock while it holds one. Throws `stored-newer` where a newer version of the extension wrote the value, which stays.
 */
export const change = <T>(item: Item<T>, work: (value: T) => NoInfer<T> | undefined): Promise<T> =>
  withLock(lockOf(item), async () => {
    const stored: Stored = await browser.storage[item.area].get(withPolicy([item]).flatMap(keysOf));
    const isPlain = item.sealed && !(await openIn(stored, item));
    const { value, version, bad } = understand(item, stored);
    if (version > item.version) fail('stored-newer');
    if (bad !== undefined) await setAside(item, bad);
    const changed = work(value);
    if (changed !== value || bad !== undefined || (isPlain && item.key in stored)) await put(item, changed);
    return underPolicy(item, changed ?? item.fallback, stored);
  });

/**
 * Puts what was sealed in the place of its ciphertext. Returns whether it was sealed; what cannot be opened stays as it is, and has no shape.
 * @param again whoever writes may have deleted the file that was just read about: then it is looked for once more, behind the writer
 */
async function openIn(stored: Stored, item: Pick<Item<unknown>, 'area' | 'key'>, again = false): Promise<boolean> {
  const { key, area } = item;
  const found = stored[key];
  if (!isSealed(found)) return false;
  const value = await unseal(key, found);
  if (value !== undefined) stored[key] = value;
  else if (again)
    await withLock(lockOf(item), async () => {
      stored[key] = (await browser.storage[area].get(key))[key];
      await openIn(stored, item);
    });
  return true;
}

async function put<T>(item: Item<T>, value: T | undefined): Promise<void> {
  const { area, key, version } = item;
  if (value === undefined || value === null) return drop(item);
  const write = (kept: unknown) =>
    store(area, { [key]: kept, ...(version > 1 && { [versionKey(key)]: { v: version } }) });
  await (item.sealed ? storeSealed(key, value, write) : write(value));
}

async function drop({ area, key, sealed }: Pick<Item<unknown>, 'area' | 'key' | 'sealed'>): Promise<void> {
  await browser.storage[area].remove(keysOf({ key }));
  if (sealed) await sealFiles(key).clear();
}

/** Forgets what is stored, whatever it is. */
export const remove = (item: Item<never>): Promise<void> => withLock(lockOf(item), () => drop(item));

/** Tells the value whenever anybody changes it. Returns how to stop. */
export const watch = <T>(item: Item<T>, tell: (value: T) => void): (() => void) =>
  watchChanges(item, () => void read(item).then(tell));

/** Tells whenever anybody changes the value, without reading it. Returns how to stop. */
export function watchChanges(
  { area, key, under }: Pick<Item<unknown>, 'area' | 'key'> & { under?: unknown },
  tell: () => void,
): () => void {
  const { onChanged } = browser.storage[area];
  const listen = (changes: Stored) => {
    if (key in changes || (under && policyItem.key in changes)) tell();
  };
  onChanged.addListener(listen);
  return () => onChanged.removeListener(listen);
}

/** All there are of a family, by name; those alone that are wanted by what is stored of them, where that is asked. */
export async function readFamily<T>(
  family: Family<T>,
  isWanted: (stored: unknown) => boolean = () => true,
): Promise<Map<string, T>> {
  const stored: Stored = await browser.storage.session.get(null);
  const names = Object.keys(stored).flatMap((key) =>
    key.startsWith(family.prefix) && isWanted(stored[key]) ? [key.slice(family.prefix.length)] : [],
  );
  return new Map(names.map((name) => [name, understand(family(name), stored).value]));
}
