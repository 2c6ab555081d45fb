import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { replicaOf } from '../fixtures/providers/tidewater/replica';
import { build } from '../harness/buildForE2e';
import { type Replica, startReplica } from '../harness/replica';
import { enableSite, lookUp, readCall } from '../harness/steps';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Below the project, where its packages are found. */
const copy = join(root, '.output/with-tidewater');

let replica: Replica;
let browser: TestBrowser;
let options: Page;
let panel: Page;

/** The project, with the vendor's folder among the others and its line in the list. */
function addVendor() {
  rmSync(copy, { recursive: true, force: true });
  for (const part of [
    'components',
    'entrypoints',
    'lib',
    'locales',
    'public',
    'scripts',
    'CHANGELOG.md',
    'LICENSE',
    'package.json',
    'tsconfig.json',
    'wxt.config.ts',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const folder = join(copy, 'lib/providers/tidewater');
  cpSync(join(root, 'test/fixtures/providers/tidewater'), folder, { recursive: true });
  rmSync(join(folder, 'replica.ts'));
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(
      join(folder, name),
      text.replaceAll('../../../../lib/providers/', '../').replaceAll('../../../../lib/', '../../'),
    );
  }
  const list = join(copy, 'lib/providers/index.ts');
  const text = readFileSync(list, 'utf8').replace(/(Provider\[\] = \[[^\]]*)\]/, '$1, tidewater]');
  writeFileSync(list, `import { tidewater } from './tidewater';\n${text}`);
}

beforeAll(async () => {
  addVendor();
  replica = await startReplica({}, { tidewater: replicaOf('http://127.0.0.1:9') });
  await build(['--mode', 'e2e'], undefined, copy);
  browser = await openBrowser({ extension: join(copy, '.output/chrome-mv3-e2e') });
  options = await browser.options();
});
afterAll(async () => {
  await browser?.close();
  await replica.close();
  rmSync(copy, { recursive: true, force: true });
});

it('is connected by the form, which asks for its account and its region', async () => {
  const form = options.getByRole('form', { name: 'Add connection' });
  await form.getByRole('combobox', { name: 'Provider' }).selectOption({ label: 'Tidewater Voice' });
  await form.getByText('Ask the harbour master for a key and paste it here.').waitFor();
  await form.getByRole('textbox', { name: 'Label' }).fill('Office');
  await form.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'Europe' });
  await form.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
  expect(await form.getByRole('combobox', { name: 'Region' }).count()).toBe(0);
  await form.getByRole('textbox', { name: 'Token' }).fill(replica.of('tidewater').key);
  await form.getByRole('textbox', { name: 'Harbour' }).fill('not a harbour');
  await form.getByRole('textbox', { name: 'Gateway address' }).fill(replica.of('tidewater').baseUrl);
  await form.getByRole('button', { name: 'Save and test' }).click();
  await form.getByText('This does not look like a harbour: copy it again.').waitFor();
  await form.getByRole('textbox', { name: 'Harbour' }).fill('north');
  await form.getByRole('button', { name: 'Save and test' }).click();
  await options
    .getByText('The token works. Tidewater Voice answered. Account North Harbour. It holds 3 calls.')
    .waitFor();
});

it('is looked up, in its own words', async () => {
  panel = await browser.panel();
  await lookUp(panel, 't1d_9f3k2m7q');
  const { terms, turns } = await readCall(panel, 't1d_9f3k2m7q');
  expect([terms['Provider'], terms['Status'], turns]).toEqual(['Tidewater Voice', 'Completed', 2]);
  await panel.getByText('The harbour had closed for the night.').first().waitFor();
  await panel.getByText('Hoisted a flag').waitFor();
});

it('plays a recording that takes the key', async () => {
  await panel.getByRole('button', { name: 'Open recording' }).click();
  await expect.poll(() => panel.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(4);
  expect(replica.requests.at(-1)).toMatchObject({
    path: '/v2/calls/t1d_9f3k2m7q/audio?as=stream',
    headers: { 'x-api-key': '…lica' },
  });
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
});

it('lists its calls page by page, there and back', async () => {
  const latest = panel.getByRole('list', { name: 'Latest calls' }).getByRole('listitem');
  await expect.poll(() => latest.count()).toBe(2);
  await panel.getByRole('button', { name: 'Older' }).click();
  await expect.poll(() => latest.allInnerTexts()).toEqual([expect.stringContaining('t1d_2c5v8n0p')]);
  expect(await panel.getByRole('button', { name: 'Older' }).count()).toBe(0);
  await panel.getByRole('button', { name: 'Newer' }).click();
  await expect.poll(() => latest.count()).toBe(2);
  expect(await panel.getByRole('button', { name: 'Newer' }).count()).toBe(0);
});

it('is found on a page', async () => {
  const site = await serveSite(() => '<!doctype html><p>Rang the harbour: t1d_4b8x1z6w, to no avail.</p>');
  await enableSite(options, site.address);
  const page = await browser.context.newPage();
  await page.goto(site.address);
  const marks = () => marksOn(page);
  await expect.poll(marks).toBe(1);
  site.close();
  expect(browser.problems).toEqual([]);
});
