import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import type { CallRef } from '../../lib/call/callRef';
import { findChromium } from './findChromium.mjs';

const builtForE2e = fileURLToPath(new URL('../../.output/chrome-mv3-e2e', import.meta.url));

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's own note on a reply that is not 2xx: the worker turns it into a sentence, so it is no fault of ours. */
const expected = /^Failed to load resource: /;

export interface LaunchOptions {
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** Folder of the built extension; the e2e build when left out. */
  extension?: string;
  /** Starts a browser that installs the extension by itself, because a policy says so. */
  program?: string;
  /** Keeps pages that are left, as browsers do; the driver has it off. */
  backForwardCache?: boolean;
  /** Leaves the first steps open, which a new profile begins with. */
  keepsWelcome?: boolean;
  /** The browser's own language, by BCP 47; that of the machine when left out. */
  language?: string;
  /** A profile folder that stays when the browser is closed; one of its own, removed then, when left out. */
  profile?: string;
}

/** A browser with the extension, in a profile of its own. */
export interface RunningExtension {
  context: BrowserContext;
  worker: Worker;
  id: string;
  /** Everything that should not happen, as it happens: console errors, uncaught errors, violations of the content security policy. */
  problems: string[];
  /** Opens a page of the extension in a tab; `size` in CSS pixels. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>;
  popup(): Promise<Page>;
  options(): Promise<Page>;
  callPage(ref: Pick<CallRef, 'provider' | 'id'>): Promise<Page>;
  /** The side panel in a tab: quick, for what does not need the real one. */
  panel(): Promise<Page>;
  /** Presses the popup's button. Returns the browser's real side panel. */
  openSidePanel(popup: Page): Promise<Page>;
  /** The browser's real side panel, as soon as something opens it: only a second connection can see it. */
  sidePanel(): Promise<Page>;
  /** Where a debugger connects to the browser: `http://127.0.0.1:<port>`. */
  devtools(): Promise<string>;
  /** The browser's real popup, as soon as the toolbar button opens it. */
  nativePopup(): Promise<Page>;
  close(): Promise<void>;
}

/** The first steps, as soon as the extension has opened them after its installation. */
async function welcomeIn(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
    const found = context.pages().find(isWelcome);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The first steps did not open within 15 seconds of the installation.');
}

/** Starts a browser with the extension loaded. Throws an `Error` with one sentence where there is no browser or no build. */
export async function launchExtension(options: LaunchOptions = {}): Promise<RunningExtension> {
  const { headless = true, colorScheme = 'light', extension = builtForE2e, backForwardCache = false } = options;
  const executablePath = options.program ?? (await findChromium());
  if (!executablePath)
    throw new Error('No browser that can load an extension was found: run node test/harness/install.mjs.');

  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'call-log-inspector-')));
  const isNew = !existsSync(join(profile, 'Default'));
  const removeProfile = async () => options.profile ?? rm(profile, { recursive: true, force: true, maxRetries: 5 });
  const context = await chromium
    .launchPersistentContext(profile, {
      executablePath,
      headless,
      colorScheme,
      viewport: headless ? { width: 1280, height: 900 } : null,
      ignoreDefaultArgs: [
        ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
        ...(options.program ? ['--disable-extensions', '--disable-background-networking'] : []),
      ],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Chromium on Linux asks the environment, elsewhere its own flag.
      ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
      args: [
        ...(options.program ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
        '--remote-debugging-port=0',
        ...flags,
        // Without it, nothing is installed by force.
        ...(options.program ? [] : ['--disable-background-networking']),
        ...(options.language ? [`--lang=${options.language}`] : []),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    .catch(async (error: Error) => {
      await removeProfile();
      throw error;
    });

  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: options.program ? 60_000 : 15_000 }).catch(async () => {
      await context.close();
      await removeProfile();
      throw new Error(`The extension did not start from ${extension}: build it with npm run build:e2e.`);
    }));
  const id = new URL(worker.url()).host;
  // Playwright tells of uncaught errors in pages only.
  await worker.evaluate(() => {
    globalThis.addEventListener('error', ({ message }) => console.error(`uncaught: ${message}`));
    globalThis.addEventListener('unhandledrejection', ({ reason }) => console.error(`unhandled: ${String(reason)}`));
  });
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));

  // A company's people are not shown the first steps.
  if (isNew && !options.program) {
    const welcome = await welcomeIn(context);
    if (!options.keepsWelcome) await welcome.close();
  }

  const open = async (path: string, size = { width: 1100, height: 850 }) => {
    const page = await context.newPage();
    if (headless) await page.setViewportSize(size);
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };

  let devtools: Awaited<ReturnType<typeof chromium.connectOverCDP>> | undefined;
  const address = async () => {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    return `http://127.0.0.1:${port}`;
  };
  const surface = async (path: string) => {
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      await devtools?.close();
      devtools = await chromium.connectOverCDP(await address());
      const pages = devtools.contexts().flatMap((each) => each.pages());
      const found = pages.find((page) => page.url().endsWith(path));
      if (found) {
        found.on('console', (message) => {
          if (message.type() === 'error' && !expected.test(message.text())) problems.push(`console: ${message.text()}`);
        });
        found.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${path} did not open within 10 seconds.`);
  };
  const sidePanel = () => surface('/sidepanel.html');

  const openSidePanel = async (popup: Page) => {
    await popup.getByRole('button', { name: 'Open side panel' }).click();
    return sidePanel();
  };

  return {
    context,
    worker,
    id,
    problems,
    open,
    openSidePanel,
    sidePanel,
    devtools: address,
    nativePopup: () => surface('/popup.html'),
    popup: () => open('popup.html', { width: 380, height: 600 }),
    options: () => open('options.html'),
    panel: () => open('sidepanel.html', { width: 420, height: 850 }),
    callPage: ({ provider, id: call }) =>
      open(`call.html#/${encodeURIComponent(provider)}/${encodeURIComponent(call)}`),
    async close() {
      await devtools?.close().catch(() => {});
      await context.close();
      await removeProfile();
    },
  };
}
