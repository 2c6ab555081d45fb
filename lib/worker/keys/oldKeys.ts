import type { KeyDb, OldSealed } from './keyDb';

// Until version 0.2 a key was AES-GCM ciphertext under a non-extractable key, both in IndexedDB, bound to its connection alone.

/** The key that was stored in the old way; `undefined` when it cannot be decrypted. */
export async function unsealOld(
  db: KeyDb,
  { iv, ciphertext }: OldSealed,
  connection: string,
): Promise<string | undefined> {
  const key = await db.get('wrapping', 'key');
  if (!key) return undefined;
  const algorithm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(connection) };
  const plain = await crypto.subtle.decrypt(algorithm, key, ciphertext).catch(() => undefined);
  return plain && new TextDecoder().decode(plain);
}
