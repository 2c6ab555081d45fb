import { fail } from '../../errors';
import { withLock } from '../../storage/lock';
import { keyFiles } from './keyFiles';
import { type KeyDb, type OldSealed, type SealedKey, withKeyDb } from './keyDb';
import { unsealOld } from './oldKeys';
import { seal, unseal } from './seal';
import { lock, readUnlocked } from './unlocked';

// API keys at rest: see `seal.ts`, and docs/SECURITY.md for what that holds against.

type Bytes = Uint8Array<ArrayBuffer>;

/** Work with the keys, one piece after the other. */
export const withKeys = <T>(use: (db: KeyDb) => Promise<T>): Promise<T> => withLock('keys', () => withKeyDb(use));

/** What the passphrase gives; `undefined` where there is none. Throws `locked`. */
export async function passphraseBits(db: KeyDb): Promise<Bytes | undefined> {
  const passphrase = await db.get('passphrase', 'now');
  return passphrase && ((await readUnlocked(passphrase.salt)) ?? fail('locked'));
}

const isBound = (sealed: SealedKey | OldSealed): sealed is SealedKey => 'file' in sealed;

/** The new record is there before the old file goes: whenever the browser stops, one of the two keys can be read. */
async function put(db: KeyDb, connection: string, origin: string, key: string, unlocked?: Bytes): Promise<void> {
  const before = await db.get('sealed', connection);
  await db.put('sealed', { ...(await seal(db, key, [connection, origin], unlocked)), origin }, connection);
  if (before && isBound(before)) await keyFiles.delete(before.file);
}

/** The key; one that was stored in the old way is sealed anew, for this origin. */
async function open(db: KeyDb, connection: string, origin: string): Promise<string | undefined> {
  const sealed = await db.get('sealed', connection);
  if (!sealed) return undefined;
  if (isBound(sealed)) return unseal(db, sealed, [connection, origin], await passphraseBits(db));
  const key = await unsealOld(db, sealed, connection);
  if (key !== undefined) await put(db, connection, origin, key, await passphraseBits(db));
  return key;
}

/** Stores the API key of a connection for requests to this origin. The one there was is erased. Throws `locked`. */
export const saveKey = (connection: string, origin: string, key: string): Promise<void> =>
  withKeys(async (db) => put(db, connection, origin, key, await passphraseBits(db)));

/** The API key of a connection; `undefined` when there is none for this origin. Throws `locked`. */
export const readKey = (connection: string, origin: string): Promise<string | undefined> =>
  withKeys((db) => open(db, connection, origin));

async function remove(db: KeyDb, connection: string): Promise<void> {
  const sealed = await db.get('sealed', connection);
  if (sealed && isBound(sealed)) await keyFiles.delete(sealed.file);
  await db.delete('sealed', connection);
}

/** Erases the key of one connection. */
export const removeKey = (connection: string): Promise<void> => withKeys((db) => remove(db, connection));

/** Every connection's key that can be read, by connection, with its origin. Throws `locked`. */
export async function allKeys(db: KeyDb): Promise<{ connection: string; origin: string; key: string }[]> {
  const unlocked = await passphraseBits(db);
  const found = [];
  for (const connection of await db.getAllKeys('sealed')) {
    const sealed = await db.get('sealed', connection);
    if (!sealed || !isBound(sealed)) continue;
    const key = await unseal(db, sealed, [connection, sealed.origin], unlocked);
    if (key !== undefined) found.push({ connection, origin: sealed.origin, key });
  }
  return found;
}

/** The files that keys and the passphrase are sealed with. */
export const filesOf = async (db: KeyDb): Promise<string[]> =>
  [...(await db.getAll('sealed')).filter(isBound), ...(await db.getAll('passphrase'))].map(({ file }) => file);

/**
 * Erases the keys of all connections but these, given with the origin of each, and files that no key needs: what a stop in the middle
 * of a change left. Keys that were stored in the old way are sealed anew.
 */
export const keepKeys = (connections: Map<string, string>): Promise<void> =>
  withKeys(async (db) => {
    for (const connection of await db.getAllKeys('sealed')) {
      const origin = connections.get(connection);
      const sealed = await db.get('sealed', connection);
      const isKept = origin !== undefined && sealed && (isBound(sealed) || (await open(db, connection, origin)));
      if (!isKept) await remove(db, connection);
    }
    // All are sealed anew.
    await db.delete('wrapping', 'key');
    await keyFiles.keep(new Set(await filesOf(db)));
  });

/** Erases every key, and the passphrase. What cannot be erased keeps nothing else from it; its error is thrown in the end. */
export const clearKeys = (): Promise<void> =>
  withKeys(async (db) => {
    const stores = (['sealed', 'passphrase', 'wrapping'] as const).map((store) => db.clear(store));
    const ends = await Promise.allSettled([keyFiles.clear(), ...stores, lock()]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  });
