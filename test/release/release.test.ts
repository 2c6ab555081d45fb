// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { entryOf, partsOf } from '../../lib/ui/changelogEntry';
import { type Lock, sbomOf } from '../../scripts/release/sbomOf';
import { zipOf } from '../../scripts/release/zipOf';
import { namesInNotices, noticesOf, packageFolderOf, readBundled } from '../../scripts/thirdParty';

afterAll(() => vi.useRealTimers());

const bytes = (text: string) => new TextEncoder().encode(text);
const files: [string, Uint8Array][] = [
  ['manifest.json', bytes('{"name":"x"}')],
  ['chunks/ä.js', bytes('let a = 1;\n'.repeat(2000))],
  ['chunks/b.js', bytes('')],
];
/** The project's own lock file, which knows every package. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const product = { name: 'call-log-inspector', version: '1.2.3', license: 'MIT' };

describe('an archive', () => {
  test('has the same bytes in any order of files, at any time and in any time zone', async () => {
    const made = [];
    for (const [now, zone] of [
      ['2026-01-02T03:04:05Z', 'Asia/Kolkata'],
      ['2031-07-08T23:59:59Z', 'America/New_York'],
    ] as const) {
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
      vi.stubEnv('TZ', zone);
      made.push(await zipOf(new Map(made.length ? files : files.toReversed())));
    }
    vi.unstubAllEnvs();
    expect(made[1]).toEqual(made[0]);
  });

  test('opens to the files it was made of, with no folder, path or time of its own', async () => {
    const zip = await JSZip.loadAsync(await zipOf(new Map(files)));
    expect(Object.keys(zip.files)).toEqual(['chunks/b.js', 'chunks/ä.js', 'manifest.json']);
    for (const [path, content] of files) expect(await zip.file(path)?.async('uint8array')).toEqual(content);
    for (const { date } of Object.values(zip.files)) expect(date.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  });

  test('is one that other programs open', async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'call-log-inspector-zip-'));
    const path = join(folder, 'a.zip');
    writeFileSync(path, await zipOf(new Map(files)));
    try {
      expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected');
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') skip('unzip is not installed.');
      throw error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the notices', () => {
  const notices = noticesOf(
    readBundled(['node_modules/react', 'node_modules/wxt', 'node_modules/webextension-polyfill']),
  );

  test('list what is bundled, each with its version and its licence in full', () => {
    expect(namesInNotices(notices).map((each) => each.replace(/@[^@]+$/, ''))).toEqual([
      'gitleaks',
      'react',
      'webextension-polyfill',
      'wxt',
    ]);
    expect(notices).toContain('Copyright (c) Meta Platforms');
    expect(notices).toContain('Mozilla Public License');
    expect(notices).toContain('Copyright (c) 2019 Zachary Rice');
    // wxt ships no licence, and says that it is MIT.
    expect(notices.split('\nwxt ')[1]).toContain('Permission is hereby granted, free of charge');
  });

  test.each([
    ['/home/x/p/node_modules/react/cjs/react.js', '/home/x/p/node_modules/react'],
    ['C:\\p\\node_modules\\@noble\\hashes\\argon2.js', 'C:/p/node_modules/@noble/hashes'],
    ['/p/node_modules/a/node_modules/@b/c/d.js?x', '/p/node_modules/a/node_modules/@b/c'],
    ['\0vite/preload-helper.js', 'node_modules/vite'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['/p/lib/errors.ts', undefined],
  ])('%s is of %s', (module, folder) => expect(packageFolderOf(module)).toBe(folder));
});

describe('the bill of materials', () => {
  const version = (name: string) => lock.packages[`node_modules/${name}`]!.version;
  const [react, dom, scheduler] = ['react', 'react-dom', 'scheduler'].map((name) => `${name}@${version(name)}`);
  const bundled = [dom!, 'gitleaks@8.30.1', react!, scheduler!, react!];

  test('names each package once, with its licence, its hash and what it needs', () => {
    const bill = sbomOf(lock, product, bundled);
    expect(bill.components.map(({ purl }) => purl)).toEqual([
      'pkg:github/gitleaks/gitleaks@v8.30.1',
      `pkg:npm/${dom}`,
      `pkg:npm/${react}`,
      `pkg:npm/${scheduler}`,
    ]);
    for (const { licenses } of bill.components) expect(licenses).toEqual([{ license: { id: 'MIT' } }]);
    expect(bill.components[2]).toHaveProperty('hashes.0.content', expect.stringMatching(/^[0-9a-f]{128}$/));
    expect(bill.dependencies.find(({ ref }) => ref === dom)?.dependsOn).toEqual([react, scheduler]);
  });

  test('is the same in any order, and another for another release', () => {
    const [first, second] = [bundled, bundled.toReversed()].map((each) => sbomOf(lock, product, each));
    expect(second).toEqual(first);
    expect(first!.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(sbomOf(lock, { ...product, version: '1.2.4' }, bundled).serialNumber).not.toBe(first!.serialNumber);
  });

  test('of a package that the lock file does not have is refused', () => {
    expect(() => sbomOf(lock, product, ['react@0.0.1'])).toThrow('package-lock.json has no react@0.0.1');
  });
});

describe('the changelog', () => {
  const text =
    '# C\n\n## [Unreleased]\n\n## [1.10.0] - 2027-01-01\n\n### Added\n\n- One.\n- Two.\n\n### Fixed\n\n## [1.1.0]\n\n- x\n';

  test('tells of a version by its whole number', () => {
    expect(partsOf(entryOf(text, '1.10.0')!)).toEqual([{ title: 'Added', changes: ['One.', 'Two.'] }]);
    expect(entryOf(text, '1.1')).toBeUndefined();
    expect(entryOf(text, 'Unreleased')).toBe('');
  });

  test('has an entry for the version that is built', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(partsOf(entryOf(readFileSync('CHANGELOG.md', 'utf8'), version) ?? '')).not.toEqual([]);
  });
});
