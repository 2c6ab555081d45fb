import { browser } from 'wxt/browser';
import { localItems } from './items';
import { withLock } from './lock';
import { sealFiles } from './seal';
import { asideKey } from './setAside';

/** Waits for whoever holds a lock, or waits for one, to be done. */
async function writersDone(): Promise<void> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const names = new Set([...held, ...pending].flatMap(({ name }) => name ?? []));
  await Promise.all([...names].map((name) => withLock(name, async () => {}).catch(() => {})));
}

/** Clears all there is, whatever of it fails. Returns what kept something back. */
async function clear(): Promise<unknown[]> {
  const sealed = [asideKey, ...localItems.filter((item) => item.sealed).map(({ key }) => key)];
  const ends = await Promise.allSettled([
    browser.storage.local.clear(),
    browser.storage.session.clear(),
    ...sealed.map((key) => sealFiles(key).clear()),
  ]);
  return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
}

/** A file that is being written cannot be deleted: so often it is tried again, each time after the writers there were. */
const mostTries = 5;

/** Forgets everything that is stored, on disk and in memory. The API keys are not here: see `worker/keys/keyStore.ts`. */
export async function clearStorage(): Promise<void> {
  await clear();
  for (let tries = 1; ; tries++) {
    // Who had read before that writes after it.
    await writersDone();
    const [problem] = await clear();
    if (problem === undefined) return;
    if (tries === mostTries) throw problem;
  }
}
