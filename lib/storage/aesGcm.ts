type Bytes = Uint8Array<ArrayBuffer>;

export interface Encrypted {
  iv: Bytes;
  ciphertext: ArrayBuffer;
}

const algorithm = (iv: Bytes, context: string[]) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify(context)),
});

/** A text as AES-GCM ciphertext (NIST SP 800-38D) with a random IV of 12 bytes. The same `context` opens it, and no other. */
export async function encrypt(text: string, key: CryptoKey, context: string[]): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ciphertext = await crypto.subtle.encrypt(algorithm(iv, context), key, new TextEncoder().encode(text));
  return { iv, ciphertext };
}

/** The text; `undefined` where key or context are others, or something was changed. */
export async function decrypt(
  { iv, ciphertext }: { iv: Bytes; ciphertext: BufferSource },
  key: CryptoKey,
  context: string[],
): Promise<string | undefined> {
  const plain = await crypto.subtle.decrypt(algorithm(iv, context), key, ciphertext).catch(() => undefined);
  return plain && new TextDecoder().decode(plain);
}
