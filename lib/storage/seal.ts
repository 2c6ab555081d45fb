import * as v from 'valibot';
import { secretFiles } from './secretFiles';

/** What lies on disk of a sealed value. Base64. */
const sealedShape = v.object({ file: v.string(), iv: v.string(), sealed: v.string() });
export type Sealed = v.InferOutput<typeof sealedShape>;

export const isSealed = (stored: unknown): stored is Sealed => v.is(sealedShape, stored);

/** The files that what lies under a key of storage is sealed with. */
export const sealFiles = (key: string) => secretFiles(`stored-${key}`);

const keyOf = (bytes: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
const algorithm = (key: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(key),
});

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** A value as AES-GCM ciphertext, with 32 random bytes in a new file as its key. It opens under this key of storage alone. */
export async function seal(key: string, value: unknown): Promise<Sealed> {
  const { file, bytes } = await sealFiles(key).write();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt(algorithm(key, iv), await keyOf(bytes), plain);
  return { file, iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

/** The value; `undefined` when its file is gone, or when it is not what was sealed. */
export async function unseal(key: string, { file, iv, sealed }: Sealed): Promise<unknown> {
  try {
    const bytes = await sealFiles(key).read(file);
    if (!bytes) return undefined;
    const plain = await crypto.subtle.decrypt(algorithm(key, fromBase64(iv)), await keyOf(bytes), fromBase64(sealed));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
