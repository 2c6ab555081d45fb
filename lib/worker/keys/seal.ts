import { decrypt, encrypt } from '../../storage/aesGcm';
import type { KeyDb, Sealed } from './keyDb';
import { keyFiles } from './keyFiles';

type Bytes = Uint8Array<ArrayBuffer>;

const encode = (text: string): Bytes => new TextEncoder().encode(text);

async function baseKey(db: KeyDb): Promise<CryptoKey> {
  const found = await db.get('wrapping', 'base');
  if (found) return found;
  const random = crypto.getRandomValues(new Uint8Array(32));
  const made = await crypto.subtle.importKey('raw', random, 'HKDF', false, ['deriveKey']);
  await db.put('wrapping', made, 'base');
  return made;
}

async function wrappingKey(db: KeyDb, secret: Bytes, unlocked: Bytes = new Uint8Array()): Promise<CryptoKey> {
  const salt = new Uint8Array([...secret, ...unlocked]);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: encode('call-log-inspector') };
  return crypto.subtle.deriveKey(derivation, await baseKey(db), { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/**
 * Seals a text, with a new file. The same `context` opens it, and no other.
 * @param unlocked what the passphrase gives, if there is one
 */
export async function seal(db: KeyDb, text: string, context: string[], unlocked?: Bytes): Promise<Sealed> {
  const { file, bytes } = await keyFiles.write();
  return { ...(await encrypt(text, await wrappingKey(db, bytes, unlocked), context)), file };
}

/** The text; `undefined` when its file is gone, or when it was sealed in another context or with another passphrase. */
export async function unseal(
  db: KeyDb,
  { file, ...encrypted }: Sealed,
  context: string[],
  unlocked?: Bytes,
): Promise<string | undefined> {
  const secret = await keyFiles.read(file);
  return secret && decrypt(encrypted, await wrappingKey(db, secret, unlocked), context);
}
