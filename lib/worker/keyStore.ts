import { openDB, type IDBPDatabase } from 'idb';

/**
 * API keys at rest: AES-GCM ciphertext under a non-extractable key, both in IndexedDB, which content scripts cannot reach.
 * This stops scripts and casual reading; a copy of the whole browser profile can still use it (docs/SECURITY.md).
 */
interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
}

const open = (): Promise<IDBPDatabase> =>
  openDB('keys', 1, {
    upgrade(db) {
      db.createObjectStore('wrapping');
      db.createObjectStore('sealed');
    },
  });

async function withDb<T>(use: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

async function wrappingKey(db: IDBPDatabase): Promise<CryptoKey> {
  const found = (await db.get('wrapping', 'key')) as CryptoKey | undefined;
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two first uses at once must end with one key: the second takes the first's.
  const transaction = db.transaction('wrapping', 'readwrite');
  const first = (await transaction.store.get('key')) as CryptoKey | undefined;
  if (!first) await transaction.store.put(made, 'key');
  await transaction.done;
  return first ?? made;
}

/** Stores the API key of a connection, encrypted. */
export function saveKey(connection: string, key: string): Promise<void> {
  return withDb(async (db) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const ciphertext = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(connection) },
      await wrappingKey(db),
      new TextEncoder().encode(key),
    );
    await db.put('sealed', { iv, ciphertext } satisfies Sealed, connection);
  });
}

/** The API key of a connection; `undefined` when there is none or it cannot be decrypted. */
export function readKey(connection: string): Promise<string | undefined> {
  return withDb(async (db) => {
    const sealed = (await db.get('sealed', connection)) as Sealed | undefined;
    if (!sealed) return undefined;
    try {
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: sealed.iv, additionalData: new TextEncoder().encode(connection) },
        await wrappingKey(db),
        sealed.ciphertext,
      );
      return new TextDecoder().decode(plain);
    } catch {
      return undefined;
    }
  });
}

/** Forgets the key of one connection. */
export function removeKey(connection: string): Promise<void> {
  return withDb((db) => db.delete('sealed', connection));
}

/** Forgets every key, and the key they were encrypted with: what stays in the database's log cannot be read any more. */
export function clearKeys(): Promise<void> {
  return withDb(async (db) => {
    await Promise.all([db.clear('sealed'), db.clear('wrapping')]);
  });
}
