import { useCallback, useSyncExternalStore } from 'react';
import type { Item } from '../storage/define';
import { change, read, readAll, watch as watchItem } from '../storage/item';

interface Store {
  value: unknown;
  listeners: Set<() => void>;
  /** How many values that the user chose are not stored yet: what is heard until then may be older. */
  storing: number;
  stop?: () => void;
}

/** What is known of each item, shared by all who show it: however many there are, it is read and watched once. */
const stores = new WeakMap<object, Store>();

function storeOf<T>(item: Item<T>): Store {
  const known = stores.get(item);
  if (known) return known;
  const made: Store = { value: item.fallback, listeners: new Set(), storing: 0 };
  stores.set(item, made);
  return made;
}

function showIn(store: Store, value: unknown): void {
  store.value = value;
  for (const each of store.listeners) each();
}

function watch<T>(item: Item<T>, listener: () => void): () => void {
  const store = storeOf(item);
  store.listeners.add(listener);
  const show = (now: T) => store.storing === 0 && showIn(store, now);
  if (!store.stop) {
    store.stop = watchItem(item, show);
    void read(item).then(show);
  }
  return () => {
    store.listeners.delete(listener);
    if (store.listeners.size > 0) return;
    store.stop?.();
    store.stop = undefined;
  };
}

/** Reads items of one area before anything is drawn by them. Returns their values. */
export async function preloadStored<T extends unknown[]>(items: { [N in keyof T]: Item<T[N]> }): Promise<T> {
  const values = await readAll(items as Item<unknown>[]);
  items.forEach((item, index) => showIn(storeOf(item as Item<unknown>), values[index]));
  return values as T;
}

/** A stored item's value, now and whenever any page changes it; its fallback until it is read, unless it was preloaded. */
export function useStored<T>(item: Item<T>): T {
  const subscribe = useCallback((listener: () => void) => watch(item, listener), [item]);
  return useSyncExternalStore(subscribe, () => storeOf(item).value as T);
}

/**
 * Stores a value that the user chose. It is shown at once: a checkbox that waits for the storage looks broken. Where it cannot be stored,
 * what is stored is shown again.
 */
export async function setStored<T>(item: Item<T>, value: T): Promise<void> {
  const store = storeOf(item);
  store.storing++;
  showIn(store, value);
  await change(item, () => value as NoInfer<T>).catch(() => {});
  if (--store.storing === 0) showIn(store, await read(item));
}
