import { createCipheriv, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Searches a browser's profile folder for API keys as its thief would: for their text, and for anything that decrypts to one. The thief
 * knows this program and has every file, with what LevelDB's logs keep of values that were deleted.
 */
export interface ProfileFile {
  path: string;
  bytes: Buffer;
}

/** Every file of a folder. One that the running browser has just removed is left out. */
export async function readProfile(folder: string): Promise<ProfileFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((each) => each.isFile())
      .map(async ({ parentPath, name }) => {
        const bytes = await readFile(join(parentPath, name)).catch(() => undefined);
        return bytes ? [{ path: join(parentPath, name).slice(folder.length + 1), bytes }] : [];
      }),
  );
  const all = files.flat();
  return [...all, ...all.flatMap(joined)];
}

/** A LevelDB log is cut into blocks of 32 KiB, and a record that crosses one has a header of 7 bytes inside: the same without headers. */
function joined({ path, bytes }: ProfileFile): ProfileFile[] {
  if (!path.endsWith('.log')) return [];
  const parts: Buffer[] = [];
  const block = 32 * 1024;
  for (let at = 0; at + 7 <= bytes.length;) {
    const left = block - (at % block);
    const length = bytes.readUInt16LE(at + 4);
    if (left < 7 || (length === 0 && bytes[at + 6] === 0)) at += left;
    else {
      parts.push(bytes.subarray(at + 7, at + 7 + length));
      at += 7 + length;
    }
  }
  return [{ path: `${path}, joined`, bytes: Buffer.concat(parts) }];
}

/** A text as a file may hold it: UTF-8, UTF-16 in both orders, hexadecimal, and base64 wherever it may begin. */
function spellings(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.from('x'.repeat(before) + text).toString('base64');
    // The first and the last characters also hold what stands beside.
    return Buffer.from(encoded.slice(4, 4 * Math.floor((before + text.length) / 3)));
  });
  return [
    Buffer.from(text),
    little,
    Buffer.from(little).swap16(),
    Buffer.from(Buffer.from(text).toString('hex')),
    ...base64,
  ];
}

/** Which of these keys stand in the files in plain, and where. */
export function findPlain(files: ProfileFile[], keys: string[]): string[] {
  return keys.flatMap((key) =>
    spellings(key).flatMap((text) =>
      files.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => `${key} in ${path}`),
    ),
  );
}

interface Ciphertext {
  iv: Buffer;
  head: Buffer;
}

/** Offsets of a text. */
function* places(bytes: Buffer, text: string): Generator<number> {
  for (let at = bytes.indexOf(text, 0, 'latin1'); at >= 0; at = bytes.indexOf(text, at + 1, 'latin1')) yield at;
}

/** What was stored as `{ iv, ciphertext }`, in the browser's own serialization: a name, `B` and a length, and the bytes. */
function ciphertexts(files: ProfileFile[]): Ciphertext[] {
  const found = new Map<string, Ciphertext>();
  for (const { bytes } of files) {
    for (const at of places(bytes, 'ivB\x0c')) {
      const iv = bytes.subarray(at + 4, at + 16);
      const name = bytes.indexOf('ciphertextB', at, 'latin1');
      if (name < 0 || name > at + 100) continue;
      const start = name + 'ciphertextB'.length;
      // A length of 128 or more takes two bytes.
      const skipped = (bytes[start] ?? 0) < 0x80 ? 1 : 2;
      const head = bytes.subarray(start + skipped, start + skipped + 16);
      if (head.length === 16) found.set(iv.toString('hex') + head.toString('hex'), { iv, head });
    }
  }
  return [...found.values()];
}

/** Every run of 32 bytes. */
function* windows(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + 32 <= bytes.length; at++) yield bytes.subarray(at, at + 32);
}

/** The raw bytes of stored CryptoKeys: close behind their mark, and behind a byte that says 32. */
const keyMaterial = (files: ProfileFile[]): Buffer[] =>
  unique(
    files.flatMap(({ bytes }) =>
      [...places(bytes, '\\K')].flatMap((mark) =>
        [...windows(bytes.subarray(mark + 2, mark + 2 + 48))].filter((_, at) => bytes[mark + 1 + at] === 32),
      ),
    ),
  );

const unique = (all: Iterable<Buffer>): Buffer[] => [
  ...new Map([...all].map((each) => [each.toString('latin1'), each])).values(),
];

/** HKDF-SHA-256 of one block, as the key store derives. */
function derive(base: Buffer, salt: Buffer): Buffer {
  const extracted = createHmac('sha256', salt).update(base).digest();
  return createHmac('sha256', extracted).update('call-log-inspector\x01').digest();
}

export interface Opened {
  /** The keys that some candidate opened. */
  keys: Set<string>;
  /** How much was tried: the search is worth as much as this. */
  tried: { ciphertexts: number; asKeys: number; derived: number };
}

/**
 * Which of these keys some candidate opens. Tried on every ciphertext: every run of 32 bytes in the databases as the AES key; and what is
 * derived from every stored CryptoKey with every file of 32 bytes in the origin private file system.
 * @param kept files that the thief copied before
 * @param whole tries every run of 32 bytes of that file system in place of its files, its own database and log included
 */
export function openSealed(
  files: ProfileFile[],
  keys: string[],
  { kept = [], whole = false }: { kept?: ProfileFile[]; whole?: boolean } = {},
): Opened {
  const databases = files.filter(({ path }) => path.includes('IndexedDB'));
  const sealed = ciphertexts(databases);
  // The first block of AES-GCM is AES of the counter 2: no tag is needed to see a known text come out.
  const counters = Buffer.concat(sealed.flatMap(({ iv }) => [iv, Buffer.from([0, 0, 0, 2])]));
  const expected = new Map<number, { stream: Buffer; key: string }[]>();
  for (const { head } of sealed) {
    for (const key of keys) {
      const stream = Buffer.from(key)
        .subarray(0, 16)
        .map((byte, at) => byte ^ head[at]!) as Buffer;
      const start = stream.readUInt32LE();
      expected.set(start, [...(expected.get(start) ?? []), { stream, key }]);
    }
  }
  const opened = new Set<string>();
  const attempt = (candidate: Buffer) => {
    const streams = createCipheriv('aes-256-ecb', candidate, null).setAutoPadding(false).update(counters);
    for (let at = 0; at < streams.length; at += 16) {
      for (const { stream, key } of expected.get(streams.readUInt32LE(at)) ?? []) {
        if (stream.equals(streams.subarray(at, at + 16))) opened.add(key);
      }
    }
  };

  const asKeys = unique(databases.flatMap(({ bytes }) => [...windows(bytes)]));
  asKeys.forEach(attempt);
  const privateFiles = [...files, ...kept].filter(({ path }) => path.includes('File System'));
  const searched = whole ? privateFiles : privateFiles.filter(({ bytes }) => bytes.length === 32);
  const salts = unique(searched.flatMap(({ bytes }) => Array.from(windows(bytes))));
  const bases = keyMaterial(databases);
  for (const base of bases) for (const salt of salts) attempt(derive(base, salt));
  return {
    keys: opened,
    tried: { ciphertexts: sealed.length, asKeys: asKeys.length, derived: bases.length * salts.length },
  };
}
