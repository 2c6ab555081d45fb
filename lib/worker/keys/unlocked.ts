import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '../../storage/base64';
import { change, read } from '../../storage/item';
import { unlockedItem } from '../../storage/items';
import { isLately } from '../../storage/stamp';

type Bytes = Uint8Array<ArrayBuffer>;

const alarm = 'unlocked';
const minute = 60_000;

/** Keeps what the passphrase with this salt gave until its time is over. `after`: minutes; `null`: until the browser closes. */
export async function keepUnlocked(salt: Bytes, bits: Bytes, after: number | null): Promise<void> {
  const since = Date.now();
  await change(unlockedItem, () => ({ salt: toBase64(salt), bits: toBase64(bits), since, after }));
  // Reading heeds the time by itself; the alarm takes the bits out of memory too.
  if (after === null) await browser.alarms.clear(alarm);
  else await browser.alarms.create(alarm, { when: since + after * minute });
}

/** What the passphrase with this salt gave, while it is unlocked. */
export async function readUnlocked(salt: Bytes): Promise<Bytes | undefined> {
  const found = await read(unlockedItem);
  if (found?.salt !== toBase64(salt)) return undefined;
  const isOpen = found.after === null || isLately(found.since, found.after * minute);
  return isOpen ? fromBase64(found.bits) : undefined;
}

/** Forgets it. */
export async function lock(): Promise<void> {
  await Promise.all([change(unlockedItem, () => undefined), browser.alarms.clear(alarm)]);
}

/** Locks when the time is over. Must be called in the worker's first turn. */
export function registerLock(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void lock();
  });
}
