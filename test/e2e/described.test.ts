import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acme } from '../harness/described';
import { type Replica, startReplica } from '../harness/replica';
import { enableSite, lookUp, readCall } from '../harness/steps';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { stopWorkerOf } from './helpers/stopWorker';
import { connectionsIn, tell } from './helpers/tell';

const path = 'docs/providers/internal-example.json';
const id = 'av_9f3k2m7q4b8x';

let replica: Replica;
let browser: TestBrowser;
let options: Page;
let panel: Page;

beforeAll(async () => {
  replica = await startReplica({}, { 'acme-voice': acme });
  browser = await openBrowser();
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const section = () =>
  options.locator('section').filter({ has: options.getByRole('heading', { name: 'Providers of your own' }) });
const addFile = (text: string) =>
  section()
    .locator('input[type=file]')
    .setInputFiles({ name: 'acme.json', mimeType: 'application/json', buffer: Buffer.from(text) });

it('is refused in words while its file is wrong', async () => {
  const text = await readFile(path, 'utf8');
  await addFile(text.replace('/conversations/{id}"', '/conversations"').replace('"prefix": "av_"', '"prefix": "av"'));
  const alert = section().getByRole('alert');
  await alert.getByText('acme.json was not added:').waitFor();
  expect(await alert.getByRole('listitem').allInnerTexts()).toEqual([
    '/ids/0/prefix: This must be letters and digits that end in _ or -.',
    '/get: Say where the ID of the call goes: {id}.',
  ]);
  await addFile(text);
  await section().getByText('Acme Voice was added.').waitFor();
  expect(await alert.count()).toBe(0);
  expect(await section().getByRole('listitem').innerText()).toContain('https://voice.eu.acme.example/v1');
});

it('is connected by the form', async () => {
  const form = options.getByRole('form', { name: 'Add connection' });
  await form.getByRole('combobox', { name: 'Provider' }).selectOption({ label: 'Acme Voice' });
  await form.getByText('Ask the voice team for a key that may read calls.').waitFor();
  expect(await form.getByRole('link').count()).toBe(0);
  await form.getByRole('textbox', { name: 'Label' }).fill('Office');
  await form.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
  await form.getByRole('textbox', { name: 'Token' }).fill(replica.of('acme-voice').key);
  await form.getByRole('textbox', { name: 'Gateway address' }).fill(replica.of('acme-voice').baseUrl);
  await form.getByRole('button', { name: 'Save and test' }).click();
  await options.getByText('The token works. Acme Voice answered. It holds 3 calls.').waitFor();
});

it('is looked up, in its own words, and its recording plays', async () => {
  panel = await browser.panel();
  await lookUp(panel, id);
  const { terms, turns, extracted } = await readCall(panel, id);
  expect([terms['Provider'], terms['Status'], turns, extracted]).toEqual(['Acme Voice', 'Completed DONE', 2, 2]);
  await panel.getByText('Everything that was to be asked was answered.').first().waitFor();
  await panel.getByRole('button', { name: 'Open recording' }).click();
  await expect.poll(() => panel.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(4);
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
});

it('lists its calls', async () => {
  const latest = panel.getByRole('list', { name: 'Latest calls' }).getByRole('listitem');
  await expect.poll(() => latest.count()).toBe(2);
  await panel.getByRole('button', { name: 'Older' }).click();
  await expect.poll(() => latest.allInnerTexts()).toEqual([expect.stringContaining('av_7h5g3f1d9s2a')]);
});

it('is found on a page by a worker that has just woken', async () => {
  const site = await serveSite(() => '<!doctype html><p>Rang them: av_1z6w2c5v8n0p, to no avail.</p>');
  await enableSite(options, site.address);
  await stopWorkerOf(browser, options);
  const page = await browser.context.newPage();
  await page.goto(site.address);
  await expect.poll(() => marksOn(page)).toBe(1);
  await page.close();
  site.close();
});

it('goes with the settings', async () => {
  const text = await tell(options, 'exportSettings', {});
  await tell(options, 'clearAll', {});
  await options.reload();
  await options.getByText('No connection yet').waitFor();
  expect(await section().getByRole('listitem').count()).toBe(0);
  expect(await tell(options, 'importSettings', { text })).toMatchObject({ connections: 1, providers: 1 });
  await section().getByText('Acme Voice', { exact: true }).waitFor();
  const connections = options.getByRole('list', { name: 'Connections' });
  await expect.poll(() => connections.innerText()).toContain('Acme Voice');
});

it('is removed with its connections', async () => {
  await section().getByRole('button', { name: 'Remove Acme Voice' }).click();
  await section().getByRole('dialog').getByRole('button', { name: 'Remove provider' }).click();
  await section().getByText('Acme Voice was removed.').waitFor();
  expect(await connectionsIn(options)).toEqual([]);
  const choice = options.getByRole('combobox', { name: 'Provider' }).getByRole('option', { name: 'Acme Voice' });
  await expect.poll(() => choice.count()).toBe(0);
  expect(browser.problems).toEqual([]);
});
