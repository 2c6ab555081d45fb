import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { KeyLock } from '../../call/keyLock';
import { fail } from '../../errors';
import { allKeys, filesOf, passphraseBits, withKeys } from './keyStore';
import type { KeyDb, PassphraseRecord } from './keyDb';
import { keyFiles } from './keyFiles';
import { seal, unseal } from './seal';
import { keepUnlocked, lock, readUnlocked } from './unlocked';

type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's first choice for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { m: 19 * 1024, t: 2, p: 1, dkLen: 32 };
const checkContext = ['passphrase'];

/** 256 bits from a passphrase; the same for every way to type it. Takes about half a second. */
const derive = async (passphrase: string, salt: Bytes): Promise<Bytes> =>
  new Uint8Array(await argon2idAsync(passphrase.normalize('NFKC'), salt, cost));

const stored = (db: KeyDb): Promise<PassphraseRecord | undefined> => db.get('passphrase', 'now');

/** What the right passphrase gives. Throws `passphrase-wrong`, also where there is none. */
async function check(passphrase: string): Promise<{ record: PassphraseRecord; bits: Bytes }> {
  const record = (await withKeys(stored)) ?? fail('passphrase-wrong');
  const bits = await derive(passphrase, record.salt);
  const right = await withKeys((db) => unseal(db, record, checkContext, bits));
  return right === undefined ? fail('passphrase-wrong') : { record, bits };
}

/** Whether keys are locked with a passphrase, and whether it has to be given now. */
export const keyLock = (): Promise<KeyLock> =>
  withKeys(async (db) => {
    const record = await stored(db);
    if (!record) return { set: false };
    return { set: true, locked: !(await readUnlocked(record.salt)), after: record.after };
  });

/** Opens the keys until their time is over. Throws `passphrase-wrong`. */
export async function unlock(passphrase: string): Promise<KeyLock> {
  const { record, bits } = await check(passphrase);
  await keepUnlocked(record.salt, bits, record.after);
  return keyLock();
}

/** Locks the keys at once. */
export async function lockNow(): Promise<KeyLock> {
  await lock();
  return keyLock();
}

/**
 * Sets the passphrase, or changes it: that takes the one there is. Every key is sealed anew with it, and what was sealed before is
 * erased. Throws `locked` and `passphrase-wrong`.
 * @param after minutes after which keys are locked again; `null`: when the browser closes
 */
export async function setPassphrase(passphrase: string, after: number | null, current?: string): Promise<KeyLock> {
  if ((await keyLock()).set) await unlock(current ?? '');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const bits = await derive(passphrase, salt);
  await sealAll(bits, async (db) => ({ salt, after, ...(await seal(db, '', checkContext, bits)) }));
  await keepUnlocked(salt, bits, after);
  return keyLock();
}

/** Seals the keys without a passphrase from now on. Throws `passphrase-wrong`. */
export async function removePassphrase(current: string): Promise<KeyLock> {
  await unlock(current);
  await sealAll(undefined, async () => undefined);
  await lock();
  return keyLock();
}

/** Changes the time after which keys are locked again; it begins anew. Throws `locked`. */
export async function lockAfter(after: number | null): Promise<KeyLock> {
  await withKeys(async (db) => {
    const [record, bits] = [await stored(db), await passphraseBits(db)];
    if (!record || !bits) return;
    await db.put('passphrase', { ...record, after }, 'now');
    await keepUnlocked(record.salt, bits, after);
  });
  return keyLock();
}

/** In one transaction, so that a stop in the middle leaves all keys with one passphrase, the old or the new. */
const sealAll = (bits: Bytes | undefined, recordOf: (db: KeyDb) => Promise<PassphraseRecord | undefined>) =>
  withKeys(async (db) => {
    const keys = await allKeys(db);
    const before = await filesOf(db);
    const record = await recordOf(db);
    const sealed = await Promise.all(
      keys.map(async ({ connection, origin, key }) => ({
        connection,
        value: { ...(await seal(db, key, [connection, origin], bits)), origin },
      })),
    );
    const transaction = db.transaction(['sealed', 'passphrase'], 'readwrite');
    const passphrase = transaction.objectStore('passphrase');
    void (record ? passphrase.put(record, 'now') : passphrase.delete('now'));
    for (const { connection, value } of sealed) void transaction.objectStore('sealed').put(value, connection);
    await transaction.done;
    await Promise.all(before.map(keyFiles.delete));
  });
