import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../harness/buildForE2e';
import { providers } from '../../lib/providers';
import { entryOf, partsOf } from '../../lib/ui/changelogEntry';
import { secrets } from '../harness/replica';
import { scriptSize } from '../harness/scriptSize';

const folders = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3', e2e: '.output/chrome-mv3-e2e' };
const browsers = ['chrome', 'firefox'] as const;

beforeAll(async () => {
  await build([]);
  await build(['-b', 'firefox']);
});

/** The built text files by path. */
const files = (browser: keyof typeof folders): Map<string, string> =>
  new Map(
    readdirSync(folders[browser], { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(js|html|css|json)$/.test(path))
      .map((path) => [path, readFileSync(join(folders[browser], path), 'utf8')]),
  );
const manifest = (browser: keyof typeof folders) =>
  JSON.parse(files(browser).get('manifest.json') ?? '') as Record<string, unknown>;
const code = (browser: keyof typeof folders) => [...files(browser)].filter(([path]) => /\.(js|html)$/.test(path));

const hosts = providers.flatMap(({ regions }) => regions.map(({ baseUrl }) => `${new URL(baseUrl).origin}/*`)).sort();
const loopback = ['http://127.0.0.1/*', 'http://localhost/*'];
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  'media-src https: blob: http://127.0.0.1:* http://localhost:*; ' +
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** zod asks whether code may be made from a text, but not when it is told to do without (lib/zod.ts). */
const zodProbe = /if\(\w+\.jitless\|\|[^{}]*\)return!1;try\{return Function\(``\),!0\}/;

describe.each(browsers)('the build for %s', (browser) => {
  it('asks for these permissions and no others, under this policy', () => {
    const { permissions, host_permissions, optional_host_permissions, content_security_policy, ...rest } =
      manifest(browser);
    const both = ['storage', 'activeTab', 'scripting', 'contextMenus', 'alarms'];
    expect(permissions).toEqual(browser === 'chrome' ? [...both, 'sidePanel'] : both);
    expect(host_permissions).toEqual(hosts);
    expect(optional_host_permissions).toEqual(['https://*/*', ...loopback]);
    expect(content_security_policy).toEqual({ extension_pages: policy });
    for (const opening of ['optional_permissions', 'content_scripts', 'web_accessible_resources', 'sandbox']) {
      expect(rest).not.toHaveProperty(opening);
    }
    expect(rest['externally_connectable']).toEqual(browser === 'chrome' ? { ids: [] } : undefined);
  });

  it('puts at most 10 kB gzip into every frame of an enabled site', () => {
    expect(gzipSync(files(browser).get('content-scripts/crm.js')!, { level: 9 }).length).toBeLessThanOrEqual(10_000);
  });

  it.each(['popup', 'sidepanel', 'call', 'options', 'welcome'])(
    'loads at most 130 kB gzip of scripts before %s is first drawn',
    async (page) => {
      const size = await scriptSize(folders[browser], `${page}.html`);
      expect(size).toBeGreaterThan(50_000);
      expect(size).toBeLessThanOrEqual(130_000);
    },
  );

  it('leaves the choice between light and dark to the browser', () => {
    expect(files(browser).get('marks.js')).toContain('light-dark(');
    for (const [path, text] of files(browser)) expect(text.includes('--lightningcss'), path).toBe(false);
  });

  it('holds no key', () => {
    for (const [path, text] of files(browser)) {
      for (const secret of secrets) {
        expect(text.includes(secret), path).toBe(false);
      }
    }
  });

  it('runs no code from a text, and none from elsewhere', () => {
    const openings = /\beval\(|\bnew Function\(|(?<![\w.])Function\(["'`]|importScripts\(|import\(["'`]https?:/;
    expect(code(browser).length).toBeGreaterThan(5);
    for (const [path, text] of code(browser)) {
      expect(openings.exec(text.replace(zodProbe, ''))?.[0], path).toBeUndefined();
      if (!path.endsWith('.html')) continue;
      const scripts = [...text.matchAll(/<script\b[^>]*>(?:(?!<\/script>).)*/gs)].map(([script]) => script);
      expect(scripts.length, path).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toMatch(/^<script [^>]*src="\/[\w./-]+"[^>]*>$/);
    }
  });

  it('lets the background alone speak to providers', () => {
    const signs = ['Bearer ', 'authorization', ...hosts.map((host) => new URL(host).host)];
    // What is new is told in words, which name such things.
    const { version } = manifest(browser) as { version: string };
    const told = partsOf(entryOf(readFileSync('CHANGELOG.md', 'utf8'), version) ?? '').flatMap(
      ({ changes }) => changes,
    );
    const found = (text: string) => signs.filter((sign) => text.toLowerCase().includes(sign.toLowerCase()));
    for (const [path, text] of code(browser)) {
      const alone = told.reduce((left, change) => left.replaceAll(change, ''), text);
      expect(found(alone), path).toEqual(path === 'background.js' ? signs : []);
    }
  });
});

it('the build for tests differs from the real one in the granted hosts alone', () => {
  expect(manifest('e2e')).toEqual({ ...manifest('chrome'), host_permissions: [...hosts, ...loopback] });
  const [e2e, chrome] = [files('e2e'), files('chrome')];
  expect([...e2e.keys()].sort()).toEqual([...chrome.keys()].sort());
  for (const [path, text] of e2e) if (path !== 'manifest.json') expect(text === chrome.get(path), path).toBe(true);
});

it('Mozilla’s linter finds no error in the build for Firefox', async () => {
  const output = await new Promise<string>((resolve) => {
    const args = ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', folders.firefox, '--output', 'json'];
    const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
    execFile(process.execPath, args, { env, maxBuffer: 1e8 }, (_, stdout) => resolve(stdout));
  });
  const { errors, summary } = JSON.parse(output) as { errors: unknown[]; summary: { errors: number } };
  expect(errors).toEqual([]);
  expect(summary.errors).toBe(0);
});
