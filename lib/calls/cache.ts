import { browser } from 'wxt/browser';
import type { Call, CallRef } from '../call';
import type { CallAnswer } from '../messages';
import { refKey } from '../refKey';

/**
 * Calls already read, in session storage: in memory only, gone with the browser session or an update of the extension, closed to
 * content scripts, and alive when the worker is stopped. Holds redacted calls alone.
 */
export interface Entry extends Pick<CallAnswer, 'call' | 'fetchedAt' | 'failures'> {
  call: Call;
  /** How often a call in progress was asked again. */
  refreshes: number;
}

const prefix = 'call:';
const keyOf = (ref: CallRef) => prefix + refKey(ref);

/** As text: the browser's storage sorts the members of an object, and the provider's order is worth keeping. */
const read = (stored: unknown): Entry | undefined =>
  typeof stored === 'string' ? (JSON.parse(stored) as Entry) : undefined;

/** The stored call, if there is one. */
export async function cached(ref: CallRef): Promise<Entry | undefined> {
  const key = keyOf(ref);
  return read((await browser.storage.session.get(key))[key]);
}

/** Stores a call. When the 10 MB of session storage are full, the older half of the calls makes room. */
export async function remember(entry: Entry): Promise<void> {
  const item = { [keyOf(entry.call.ref)]: JSON.stringify(entry) };
  try {
    await browser.storage.session.set(item);
  } catch {
    const entries = (await all()).sort(([, a], [, b]) => (a.fetchedAt < b.fetchedAt ? -1 : 1));
    await browser.storage.session.remove(entries.slice(0, Math.ceil(entries.length / 2)).map(([key]) => key));
    // A call too large for the store is shown all the same, only not kept.
    await browser.storage.session.set(item).catch(() => {});
  }
}

/** Forgets the calls of one connection. */
export async function forget(connection: string): Promise<void> {
  const entries = await all();
  const keys = entries.filter(([, { call }]) => call.ref.connection === connection).map(([key]) => key);
  await browser.storage.session.remove(keys);
}

async function all(): Promise<[string, Entry][]> {
  const stored = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(prefix));
  return stored.flatMap(([key, value]): [string, Entry][] => {
    const entry = read(value);
    return entry ? [[key, entry]] : [];
  });
}
