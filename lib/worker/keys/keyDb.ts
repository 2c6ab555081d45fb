import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * A text as AES-GCM ciphertext. Its key is derived (HKDF-SHA-256) from a non-extractable key in IndexedDB, 32 random bytes in a file of
 * its own and, where the user set a passphrase, what that gives. Without the file nothing opens it, whatever the database's log keeps.
 */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
  file: string;
}

/** An API key before it was bound to an origin: read once, then sealed anew. */
export interface OldSealed {
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
}

/** An API key, and the only origin it may be sent to. */
export interface SealedKey extends Sealed {
  origin: string;
}

/** That there is a passphrase, and whether a given one is it: only the right one opens the seal. */
export interface PassphraseRecord extends Sealed {
  salt: Uint8Array<ArrayBuffer>;
  /** Minutes after which keys are locked again; `null`: when the browser closes. */
  after: number | null;
}

interface Schema extends DBSchema {
  /** `base`: see `seal.ts`. `key`: what the old keys were encrypted with. */
  wrapping: { key: 'base' | 'key'; value: CryptoKey };
  /** By connection. */
  sealed: { key: string; value: SealedKey | OldSealed };
  passphrase: { key: 'now'; value: PassphraseRecord };
}

export type KeyDb = IDBPDatabase<Schema>;

const open = (): Promise<KeyDb> =>
  openDB<Schema>('keys', 2, {
    upgrade(db, version) {
      if (version < 1) {
        db.createObjectStore('wrapping');
        db.createObjectStore('sealed');
      }
      db.createObjectStore('passphrase');
    },
  });

/** Opens the database for one piece of work. */
export async function withKeyDb<T>(use: (db: KeyDb) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}
