/**
 * `npm run release`: the archives for the stores, with a bill of materials and checksums, in `.output/release`. The same files give the
 * same bytes; `-- --twice` proves it in two folders and two time zones. docs/RELEASING.md says what to do with them.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { entryOf } from '../../lib/ui/changelogEntry';
import { build } from '../../test/harness/buildForE2e';
import { namesInNotices } from '../thirdParty';
import { type Lock, type Product, sbomOf } from './sbomOf';
import { twice } from './twice';
import { zipOf } from './zipOf';

const run = promisify(execFile);
const out = '.output/release';
const readJson = async <T>(path: string) => JSON.parse(await readFile(path, 'utf8')) as T;

/** Each file below a folder, by its path there. */
async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const);
  return new Map(await Promise.all(files));
}

/** What the extension is built from: all that Git keeps, or would. */
async function sources(): Promise<Map<string, Uint8Array>> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    maxBuffer: 1e8,
  });
  const paths = stdout.split('\0').filter((path) => path && existsSync(path));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
}

/** Throws where a file tells where it was made. */
function checkNoPlace(files: Map<string, Uint8Array>): void {
  const places = [resolve('.'), homedir()].filter((place) => place.length > 1);
  for (const [path, bytes] of files) {
    const place = places.find((each) => Buffer.from(bytes).includes(each));
    if (place) throw new Error(`${path} holds the path ${place}.`);
  }
}

/** Throws where version, changelog and manifests disagree. Returns what this is a release of. */
async function checkVersion(): Promise<Product> {
  const { name, version, license } = await readJson<Product>('package.json');
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  if (!entryOf(changelog, version)) throw new Error(`CHANGELOG.md has no entry for ${version}.`);
  if (entryOf(changelog, 'Unreleased'))
    console.warn('CHANGELOG.md has changes under “Unreleased”: give them a version before this is published.');
  return { name, version, license };
}

async function release(): Promise<void> {
  const product = await checkVersion();
  const { name, version } = product;
  const builds = new Map<string, Map<string, Uint8Array>>();
  for (const browser of ['chrome', 'firefox']) {
    const folder = `.output/${browser}-mv3`;
    await rm(folder, { recursive: true, force: true });
    await build(['-b', browser]);
    const files = await filesIn(folder);
    checkNoPlace(files);
    const manifest = await readJson<{ version: string }>(join(folder, 'manifest.json'));
    if (manifest.version !== version) throw new Error(`The manifest for ${browser} says ${manifest.version}.`);
    builds.set(browser, files);
  }
  const notices = [...builds.values()].map((files) =>
    Buffer.from(files.get('THIRD-PARTY-NOTICES.txt') ?? []).toString(),
  );
  const sbom = sbomOf(await readJson<Lock>('package-lock.json'), product, notices.flatMap(namesInNotices));

  const archives: [string, Uint8Array][] = [
    // Edge takes what Chrome takes.
    ['chrome.zip', await zipOf(builds.get('chrome')!)],
    ['edge.zip', await zipOf(builds.get('chrome')!)],
    ['firefox.zip', await zipOf(builds.get('firefox')!)],
    ['sources.zip', await zipOf(await sources())],
    ['sbom.cdx.json', Buffer.from(`${JSON.stringify(sbom, undefined, 2)}\n`)],
  ];
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const sums = archives.map(([end, bytes]) => {
    const file = `${name}-${version}-${end}`;
    return { file, bytes, sum: createHash('sha256').update(bytes).digest('hex') };
  });
  for (const { file, bytes } of sums) await writeFile(join(out, file), bytes);
  // As `sha256sum --check` reads them.
  await writeFile(join(out, 'SHA256SUMS'), sums.map(({ file, sum }) => `${sum}  ${file}\n`).join(''));
  for (const { file, bytes, sum } of sums) console.log(`${sum.slice(0, 16)}…  ${file}  ${bytes.length} bytes`);
}

await (process.argv.includes('--twice') ? twice() : release()).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
