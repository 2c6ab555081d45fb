import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { build } from '../harness/buildForE2e';
import { copyProject } from './copyProject';
import { count } from './count';
import { report } from './report';

const browsers = ['chrome', 'firefox'].slice(0, count(1, 2));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Every file below a folder with the SHA-256 of what it holds. */
async function hashesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return [file.slice(folder.length + 1), hash.digest('hex')] as const;
  });
  return Object.fromEntries((await Promise.all(hashes)).sort(([a], [b]) => a.localeCompare(b)));
}

it('two builds in two folders and two time zones are the same, byte for byte', { timeout: 300_000 }, async () => {
  const built: Record<string, string>[] = [];
  for (const zone of ['Asia/Kolkata', 'America/New_York']) {
    const folder = await copyProject();
    folders.push(folder);
    for (const browser of browsers) await build(['-b', browser], undefined, folder, { TZ: zone });
    built.push(await hashesIn(join(folder, '.output')));
  }
  const [first = {}, second = {}] = built;
  const names = Object.keys(first);
  const same = names.filter((name) => first[name] === second[name]).length;
  report('R16', 'Two builds of the same files are the same, byte for byte', `${same} of ${names.length} files`);
  expect(names.length).toBeGreaterThan(20);
  expect(second).toEqual(first);
});
