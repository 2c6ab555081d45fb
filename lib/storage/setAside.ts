import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { lockOf, withLock } from './lock';
import { isSealed, sealFiles, storeSealed, unseal } from './seal';
import { listOf } from './shape';

type Area = 'local' | 'session';

/** A stored value that could not be read, or its entries that could not. */
export interface Aside {
  area: Area;
  /** The key it was stored under. */
  item: string;
  /** When it was found: ISO 8601. */
  at: string;
  /** As JSON. */
  text: string;
}

export const asideKey = 'setAside';
const most = 20;
/** UTF-16 units of all texts together; a longer one is cut. The store holds 10 MB. */
const mostText = 2_000_000;

const shape = listOf(
  v.object({ area: v.picklist(['local', 'session']), item: v.string(), at: v.string(), text: v.string() }),
);

/** What was set aside in an area, newest first. What is no such entry is not told. */
export async function asideIn(area: Area): Promise<Aside[]> {
  const { [asideKey]: stored } = await browser.storage[area].get(asideKey);
  return shape(isSealed(stored) ? await unseal(asideKey, stored) : stored)?.value ?? [];
}

/** Keeps what cannot be read under a key of its own, in the same area: calls never come to lie on disk. The oldest go first. */
export const setAside = ({ area, key: item }: { area: Area; key: string }, bad: unknown): Promise<void> =>
  withLock(lockOf({ area, key: asideKey }), async () => {
    const text = JSON.stringify(bad).slice(0, mostText);
    const before = await asideIn(area);
    const all = [{ area, item, at: new Date().toISOString(), text }, ...before].slice(0, most);
    let left = mostText;
    const kept = all.filter((each) => (left -= each.text.length) >= 0);
    const write = (value: unknown) => browser.storage[area].set({ [asideKey]: value });
    // What was sealed would lie there in plain text.
    await (area === 'local' ? storeSealed(asideKey, kept, write) : write(kept));
  });

/** Forgets what was set aside. */
export const forgetAside = (area: Area): Promise<void> =>
  withLock(lockOf({ area, key: asideKey }), async () => {
    await browser.storage[area].remove(asideKey);
    if (area === 'local') await sealFiles(asideKey).clear();
  });
