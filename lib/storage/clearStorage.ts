import { browser } from 'wxt/browser';
import { localItems } from './items';
import { lockOf, withLock } from './lock';
import { sealFiles } from './seal';
import { asideKey } from './setAside';

/** Waits for whoever holds a lock, or waits for one, to be done. */
async function writersDone(): Promise<void> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const names = new Set([...held, ...pending].flatMap(({ name }) => name ?? []));
  await Promise.all([...names].map((name) => withLock(name, async () => {}).catch(() => {})));
}

/** A file that is being written cannot be deleted: who writes is waited for. */
const clearFiles = (key: string) => withLock(lockOf({ area: 'local', key }), () => sealFiles(key).clear());

const clear = () =>
  Promise.all([
    browser.storage.local.clear(),
    browser.storage.session.clear(),
    ...[asideKey, ...localItems.filter(({ sealed }) => sealed).map(({ key }) => key)].map(clearFiles),
  ]);

/** Forgets everything that is stored, on disk and in memory. The API keys are not here: see `worker/keys/keyStore.ts`. */
export async function clearStorage(): Promise<void> {
  await clear();
  // Who had read before that writes after it.
  await writersDone();
  await clear();
}
