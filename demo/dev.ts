import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunningExtension } from '../test/harness/extension';
import { build, end, hasDisplay, startProduct, step, untilEnd } from './startProduct';

const unknown = process.argv.slice(2).find((each) => each !== '--headless');
if (unknown !== undefined) {
  console.error(`“${unknown}” is unknown. After “npm run dev --” may stand --headless.`);
  process.exit(1);
}
const headless = process.argv.includes('--headless');
if (!headless && !hasDisplay) {
  console.error('There is no display for the browser; “npm run dev -- --headless” does without one.');
  process.exit(1);
}

/** Milliseconds that changes are gathered for: an editor saves in several steps. */
const gather = 200;

/** Inside a page, where the function of `evaluate` runs. */
declare const chrome: {
  runtime: { reload(): void };
  developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
};

/** Without developer mode Chromium disables an unpacked extension that is reloaded. */
async function allowReload({ context }: RunningExtension): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await page.close();
}

/** Loads the extension anew. The browser closes its pages with it, so they are opened again. */
async function reload({ context, id, options }: RunningExtension): Promise<void> {
  const open = context
    .pages()
    .map((page) => page.url())
    .filter((url) => url.startsWith(`chrome-extension://${id}/`));
  // A page asks for it: a worker that did not start could not.
  const page = await options();
  const worker = context.waitForEvent('serviceworker', { timeout: 15_000 });
  await Promise.all([worker, page.evaluate(() => chrome.runtime.reload()).catch(() => {})]);
  for (const url of open) await (await context.newPage()).goto(url);
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every folder with something that is built. */
function* sources(): Generator<string> {
  for (const name of ['entrypoints', 'components', 'lib', 'locales', 'public']) {
    yield join(root, name);
    for (const entry of readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
      if (entry.isDirectory()) yield join(entry.parentPath, entry.name);
  }
}

/**
 * Resolves at the next change of a source. Folders are watched one by one: on Linux a recursive watch loses a file once an editor has
 * put another in its place.
 */
async function nextChange(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const watchers = [...sources()].map((folder) => watch(folder, () => resolve()));
  watchers.push(watch(root, (_, name) => name === 'wxt.config.ts' && resolve()));
  await promise;
  for (const watcher of watchers) watcher.close();
}

const { extension, crm } = await startProduct(headless);
extension.context.once('close', () => void end(0));
await step('Allowing the reload', () => allowReload(extension));

console.log(`The demo CRM is open at ${crm.url()}. Change a file to see it; close the browser or press Ctrl-C to end.`);
let change = nextChange();
for (;;) {
  await change;
  await sleep(gather);
  change = nextChange();
  const began = performance.now();
  try {
    await untilEnd(async () => {
      await build();
      await reload(extension);
      if (!crm.isClosed()) await crm.reload();
    });
    console.log(`Built and reloaded in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
