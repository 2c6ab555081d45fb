import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { firefoxId } from './lib/browser/firefoxId';
import { hostPattern } from './lib/browser/origins';
import { scriptsName } from './lib/page/frameScripts';
import { markRules } from './lib/page/marks/markStyle';
import { entryOf, partsOf } from './lib/ui/changelogEntry';
import { collectBundled, noticesOf, readBundled } from './scripts/thirdParty';

/** The vendors' own API hosts, of every region: all that the extension may reach when it is installed. */
const providerHosts = readdirSync('lib/providers')
  .map((name) => `lib/providers/${name}/regions.json`)
  .filter((path) => existsSync(path))
  .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as { baseUrl: string }[])
  .map(({ baseUrl }) => hostPattern(new URL(baseUrl)))
  .sort();

/** Loopback is granted up front only in the e2e build, so that tests meet no native permission prompt. */
const loopback = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Hosts of the company that builds it for its own people, e.g. `calls.example.com,crm.example.com`: nobody is asked to allow them. */
const companyHosts = (process.env['COMPANY_HOSTS'] ?? '')
  .split(',')
  .filter(Boolean)
  .map((host) => hostPattern(new URL(`https://${host.trim()}`)));

/** One policy for every extension page and the worker. Loopback stays reachable for a company's own gateway on this machine. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'media-src https: blob: http://127.0.0.1:* http://localhost:*',
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Scripts in which the browser's own object does: the polyfill is 3 kB gzip in every frame, and adds only promises, which both browsers
 * have. Nor is WXT's context taken along, which announces itself to a web page and lets the page stop the script.
 */
const small = new Set(['crm', 'marks']);

/** What two pages need at first is in one file: each file costs an opening popup a millisecond or more. */
const shared = { name: 'pages', tags: ['$initial'], minShareCount: 2 };

/** See `first` of `lib/worker/browser/contentScripts.ts`. */
const hearMoves = `addEventListener('pointermove',(e)=>globalThis[Symbol.for('${scriptsName}')]?.moved?.(e),{capture:true,passive:true});`;

/** The packages whose code is in this build. */
const bundled = collectBundled();

/** `#changelog`: of the changelog, what this version's entry tells. The rest is not shipped. */
const changelog = {
  name: 'changelog',
  resolveId: (id: string) => (id === '#changelog' ? '\0changelog' : undefined),
  load(id: string) {
    if (id !== '\0changelog') return undefined;
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    return `export default ${JSON.stringify(partsOf(entryOf(readFileSync('CHANGELOG.md', 'utf8'), version) ?? ''))}`;
  },
};
const i18nModule = `export type { GeneratedI18nStructure } from './structure';
export * from '../../lib/language/i18n';
`;

/** The oldest versions that the extension is for. */
const oldest = { chrome: 129, firefox: 142 };

/** What Mozilla's categories call what is sent to the providers that the user connects: docs/PERMISSIONS.md says what each is. */
const sentToProviders = ['authenticationInfo', 'websiteContent', 'personallyIdentifyingInfo', 'personalCommunications'];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  hooks: {
    // `#i18n` keeps its types, and knows a language that the user chose and its plural rules.
    'prepare:types': (_, entries) => {
      const texts = entries.find((entry) => 'path' in entry && entry.path.endsWith('i18n/index.ts'));
      if (texts && 'text' in texts) texts.text = i18nModule;
    },
    'build:publicAssets': ({ config: { browser } }, files) => {
      files.push({ relativeDest: 'marks.css', contents: markRules(browser === 'firefox' ? '' : ':root') });
      files.push({ relativeDest: 'first.js', contents: `${hearMoves}\n` });
    },
    'build:done': ({ config: { outDir } }) => {
      copyFileSync('LICENSE', `${outDir}/LICENSE.txt`);
      writeFileSync(`${outDir}/THIRD-PARTY-NOTICES.txt`, noticesOf(readBundled(bundled.folders)));
    },
    'vite:build:extendConfig': ([entrypoint, ...others], config) => {
      config.plugins = [...(config.plugins ?? []), bundled.plugin, changelog];
      const { build, resolve } = config;
      // The code is the same: otherwise this mode would take React's development build, and print what WXT does.
      if (config.mode === 'e2e') {
        process.env['NODE_ENV'] = config.mode = 'production';
        config.define = { ...config.define, 'process.env.NODE_ENV': '"production"' };
      }
      // The pages are built together.
      const pages = others.length > 0 && build?.rollupOptions?.output;
      const inPlaceOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
      const ownBrowser = { 'wxt/browser': inPlaceOf('lib/browser/ownBrowser.ts') };
      if (pages) Object.assign(pages, { codeSplitting: { groups: [shared] } });
      if (pages && resolve?.alias) Object.assign(resolve.alias, ownBrowser);
      // Else light-dark() would become variables that need a color-scheme in the same style sheet: the card has its own by script.
      if (build) build.cssTarget = Object.entries(oldest).map(([browser, version]) => `${browser}${version}`);
      if (!entrypoint || !small.has(entrypoint.name) || !build || !resolve?.alias) return;
      build.minify = 'terser';
      build.terserOptions = { ecma: 2020, compress: { passes: 3, hoist_funs: true, unsafe_arrows: true } };
      Object.assign(resolve.alias, {
        ...ownBrowser,
        'wxt/utils/content-script-context': inPlaceOf('entrypoints/crm.content/context.ts'),
      });
    },
  },

  manifest: ({ browser, mode }) => ({
    name: '__MSG_productName__',
    short_name: '__MSG_productName__',
    description: '__MSG_productDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [...providerHosts, ...companyHosts, ...(mode === 'e2e' ? loopback : [])],
    optional_host_permissions: ['https://*/*', ...loopback],
    omnibox: { keyword: 'call' },
    commands: {
      // Keys that Chromium leaves free: it drops, without a word, a suggestion it uses itself (Alt+Shift+C, N, P, X).
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commands_openPanel__',
      },
      'look-up-selection': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commands_lookUpSelection__',
      },
      'next-mark': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commands_nextMark__',
      },
      'previous-mark': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commands_previousMark__',
      },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              strict_min_version: `${oldest.firefox}.0`,
              data_collection_permissions: { required: sentToProviders },
            },
          },
        }
      : {
          // Firefox knows no schema of a policy: whatever stands there reaches the extension.
          storage: { managed_schema: 'managed-schema.json' },
          minimum_chrome_version: `${oldest.chrome}`,
          externally_connectable: { ids: [] },
        }),
  }),
});
