import * as v from 'valibot';
import { decrypt, encrypt } from './aesGcm';
import { fromBase64, toBase64 } from './base64';
import { secretFiles } from './secretFiles';

/** What lies on disk of a sealed value. Base64. */
const sealedShape = v.object({ file: v.string(), iv: v.string(), sealed: v.string() });
export type Sealed = v.InferOutput<typeof sealedShape>;

export const isSealed = (stored: unknown): stored is Sealed => v.is(sealedShape, stored);

/** The files that what lies under a key of storage is sealed with. */
export const sealFiles = (key: string) => secretFiles(`stored-${key}`);

const keyOf = (bytes: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * Seals a value with 32 random bytes in a new file, and has it stored. The files before are deleted once it is: whenever the browser
 * stops, one of the two values can be read. It opens under this key of storage alone.
 */
export async function storeSealed(key: string, value: unknown, put: (sealed: Sealed) => Promise<void>): Promise<void> {
  const files = sealFiles(key);
  const { file, bytes } = await files.write();
  const { iv, ciphertext } = await encrypt(JSON.stringify(value), await keyOf(bytes), [key]);
  await put({ file, iv: toBase64(iv), sealed: toBase64(new Uint8Array(ciphertext)) });
  await files.keep(new Set([file]));
}

/** The value; `undefined` when its file is gone, or when it is not what was sealed. */
export async function unseal(key: string, { file, iv, sealed }: Sealed): Promise<unknown> {
  try {
    const bytes = await sealFiles(key).read(file);
    if (!bytes) return undefined;
    const text = await decrypt({ iv: fromBase64(iv), ciphertext: fromBase64(sealed) }, await keyOf(bytes), [key]);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
