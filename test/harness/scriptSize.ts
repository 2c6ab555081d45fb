import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript a built page loads before it is first drawn, gzipped. */
export async function scriptSize(folder: string, page: string): Promise<number> {
  const html = await readFile(join(folder, page), 'utf8');
  const paths = new Set([...html.matchAll(/\/(chunks\/[^"]+\.js)"/g)].map(([, path]) => path ?? ''));
  const sizes = await Promise.all([...paths].map(async (path) => gzipSync(await readFile(join(folder, path))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
