import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providers } from '../../lib/providers';
import { missingScope, only } from '../harness/faults';
import { connectByForm, lookUp } from '../harness/steps';
import { type Replica, secrets, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { connectionsIn, sitesIn, tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser();
  page = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});
beforeEach(async () => {
  await tell(page, 'clearAll', {});
  await page.reload();
  await page.getByText('No connection yet').waitFor();
});

const form = () => page.getByRole('form', { name: 'Add connection' });
const field = (name: string, within: Locator = form()) => within.getByRole('textbox', { name });
const provider = () => form().getByRole('combobox', { name: 'Provider' });
const way = () => form().getByRole('combobox', { name: 'Connect to' });
const items = () => page.getByRole('list', { name: 'Connections' }).getByRole('listitem');
const item = (label: string) => items().filter({ hasText: label });
const button = (name: string, within: Page | Locator = page) => within.getByRole('button', { name });

/** Presses Tab until the element has the focus, as a user without a mouse would. */
async function tabTo(element: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(element)}.`);
}

async function typeInto(element: Locator, text: string): Promise<void> {
  await tabTo(element);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

describe('by keyboard alone', () => {
  it('a connection is added and tested, renamed, kept, and removed', async () => {
    await tabTo(provider());
    await page.keyboard.type('DialNexa');
    await typeInto(field('Label'), 'Sales');
    await tabTo(way());
    await page.keyboard.type('Your');
    await typeInto(field('Gateway address'), replica.of('dialnexa').baseUrl);
    await typeInto(field('Token'), replica.of('dialnexa').key);
    await page.keyboard.press('Enter');
    await item('Sales').getByRole('status').waitFor();
    expect(await item('Sales').getByRole('status').innerText()).toBe(
      'The token works. DialNexa answered. It holds 8 calls.',
    );
    expect(await field('API key').inputValue()).toBe('');
    expect(await way().inputValue()).toBe('provider');

    await tabTo(button('Edit', item('Sales')));
    await page.keyboard.press('Enter');
    const change = page.getByRole('form', { name: 'Change Sales' });
    await typeInto(field('Label', change), 'Support');
    await page.keyboard.press('Enter');
    await item('Support').getByRole('status').waitFor();
    expect(await items().count()).toBe(1);
    expect(await item('Support').innerText()).toContain(`Token ends in ${replica.of('dialnexa').key.slice(-4)}`);

    const remove = button('Remove', item('Support'));
    const dialog = page.getByRole('dialog', { name: 'Remove Support' });
    await tabTo(remove);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await remove.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await items().count()).toBe(1);
    await page.keyboard.press('Enter');
    await tabTo(button('Remove connection', dialog));
    await page.keyboard.press('Enter');
    await page.getByText('No connection yet').waitFor();
    expect(await connectionsIn(page)).toEqual([]);
  });
});

describe('a provider', () => {
  it('is found by a part of its name, and one that nobody is called so leaves the list as it is', async () => {
    const search = form().getByRole('searchbox', { name: 'Find a provider' });
    const offered = () => provider().getByRole('option').allInnerTexts();
    await provider().waitFor();
    const all = await offered();
    await search.fill('eleven labs');
    await expect.poll(offered).toEqual(['ElevenLabs Agents']);
    await expect.poll(() => provider().inputValue()).toBe('elevenlabs');
    await search.press('Enter');
    expect(await field('Label').getAttribute('aria-invalid')).toBeNull();
    await search.fill('nobody');
    await form().getByText('No provider is called so.').waitFor();
    await expect.poll(offered).toEqual(all);
    await expect.poll(() => provider().inputValue()).toBe('elevenlabs');
    await search.fill('');
    await expect.poll(offered).toEqual(all);
  });
});

describe('a key', () => {
  it('has a table of what it may read, and of what is refused to it', async () => {
    const { baseUrl, key, account } = replica.of('highlevel');
    await provider().selectOption('highlevel');
    await field('Label').fill('Sub-account');
    await field('Location ID').fill(account?.['locationId'] ?? '');
    await way().selectOption('gateway');
    await field('Gateway address').fill(baseUrl);
    await field('Token').fill(key);
    await button('Save and test').click();
    replica.override('highlevel', only(/\/conversations\/messages\//, missingScope));
    await button('What this token may read', item('Sub-account')).click();
    const table = page.getByRole('table', { name: 'What this token may read' });
    await table.waitFor();
    const rows = await table.getByRole('row').evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText));
    replica.override('highlevel', undefined);
    expect(rows.map((row) => row.split('\t')[0])).toEqual([
      'List of calls',
      'A call by its ID',
      'Conversation message (status and direction)',
      'Calls of a contact',
      'Recording',
    ]);
    expect(rows[0]).toContain('May be read.');
    for (const at of [2, 4]) expect(rows[at]).toContain('conversations/message.readonly');
  });

  it('that is wrong is told, and the connection stays; a right one in its place works', async () => {
    await provider().selectOption('dialnexa');
    await field('Label').fill('Sales');
    await way().selectOption('gateway');
    await field('Token').fill('someone:wrong1234');
    await field('Gateway address').fill(replica.of('dialnexa').baseUrl);
    await button('Save and test').click();
    const alert = item('Sales').getByRole('alert');
    await alert.waitFor();
    await expect
      .poll(() => alert.innerText())
      .toContain('DialNexa did not accept the key of “Sales”: check or replace it in settings.');
    await expect.poll(() => item('Sales').innerText()).toContain('Token ends in 1234');

    await button('Open settings', alert).click();
    const change = page.getByRole('form', { name: 'Change Sales' });
    await field('Token', change).fill(replica.of('dialnexa').key);
    await button('Save and test', change).click();
    await item('Sales').getByRole('status').waitFor();
  });

  it('is never shown again but for its last four characters', async () => {
    await connectByForm(page, replica);
    const shown = async () => {
      const values = await page
        .locator('input')
        .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
      return `${await page.content()} ${values.join(' ')}`;
    };
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await items()
        .nth(providers.length - 1)
        .waitFor();
      // By key: each form that comes moves the buttons below it.
      for (const edit of await button('Edit', items()).all()) await edit.press('Enter');
      await expect.poll(() => page.getByRole('form', { name: /^Change/ }).count()).toBe(providers.length);
      const text = await shown();
      for (const key of secrets) {
        expect(text).toContain(`Token ends in ${key.slice(-4)}`);
        expect(text).not.toContain(key.slice(-8));
      }
    }
  });
});

describe('the form', () => {
  it('keeps what was typed when a field is wrong, and says what is', async () => {
    await provider().selectOption('highlevel');
    await field('Label').fill('Clinic');
    await field('Location ID').fill('LOC1');
    await way().selectOption('gateway');
    await field('Gateway address').fill('http://api.example.com');
    await button('Save and test').click();
    expect(await form().getByRole('alert').allInnerTexts()).toEqual([
      'Give an address that begins with https:// (or http:// on this machine), without a query.',
      'Paste the token.',
    ]);
    expect(await field('Gateway address').evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await field('Token').getAttribute('aria-invalid')).toBe('true');

    await field('Token').fill('pit with a space');
    await field('Gateway address').fill(replica.of('highlevel').baseUrl);
    await button('Save and test').click();
    expect(await form().getByRole('alert').allInnerTexts()).toEqual([
      'A token has no spaces or special characters inside. Copy it again.',
    ]);
    const kept = ['Label', 'Token', 'Location ID', 'Gateway address'].map((name) => field(name).inputValue());
    expect(await Promise.all(kept)).toEqual(['Clinic', 'pit with a space', 'LOC1', replica.of('highlevel').baseUrl]);
    expect(await provider().inputValue()).toBe('highlevel');
    expect(await connectionsIn(page)).toEqual([]);
  });

  it('asks for a location at HighLevel only', async () => {
    for (const [id, count] of [
      ['omnidimension', 0],
      ['highlevel', 1],
      ['dialnexa', 0],
    ] as const) {
      await provider().selectOption(id);
      expect(await field('Location ID').count()).toBe(count);
    }
  });
});

it('sample calls are added once', async () => {
  const samples = button('Try with sample calls');
  await samples.click();
  await items()
    .nth(providers.length - 1)
    .waitFor();
  await samples.click();
  await tell(page, 'addSamples', {});
  await page.reload();
  await items().first().waitFor();
  expect(await items().count()).toBe(providers.length);
  expect(await button('Test', items()).count()).toBe(0);
});

/** Chooses a file as a user does; `text` is what it holds. */
async function importFile(text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button('Import settings').click();
  await (await chooser).setFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function exportFile(): Promise<string> {
  const download = page.waitForEvent('download');
  await button('Export settings').click();
  expect((await download).suggestedFilename()).toBe('call-log-inspector-settings.json');
  return readFile(await (await download).path(), 'utf8');
}

async function clearByHand(): Promise<void> {
  await button('Clear all data').click();
  await button('Delete everything').click();
  await page.getByText('Everything was deleted.').waitFor();
}

describe('settings in a file', () => {
  it('hold no key, and come back without one', async () => {
    await connectByForm(page, replica);
    const text = await exportFile();
    for (const key of secrets) expect(text).not.toContain(key.slice(-4));

    await clearByHand();
    expect(await items().count()).toBe(0);
    await importFile(text);
    await page.getByText(`${providers.length} connections added. Give each its key.`).waitFor();
    expect(await items().filter({ hasText: 'Needs a token' }).count()).toBe(providers.length);
    await importFile(text);
    await page.getByText('Everything in this file was here already.').waitFor();
    expect(await items().count()).toBe(providers.length);

    const sales = item('Demo highlevel');
    await button('Test', sales).click();
    await sales.getByRole('alert').waitFor();
    expect(await sales.getByRole('alert').innerText()).toContain(
      '“Demo highlevel” has no API key yet: enter it in settings.',
    );
    await button('Open settings', sales.getByRole('alert')).click();
    const change = page.getByRole('form', { name: 'Change Demo highlevel' });
    await field('Token', change).fill(replica.of('highlevel').key);
    await button('Save and test', change).click();
    await sales.getByRole('status').waitFor();
    expect(await sales.innerText()).toContain('Token ends in c0de');
  });

  it('bring sites with what they were taught; the browser permits them anew', async () => {
    const rules = [{ kind: 'label', label: 'Bot run', provider: 'dialnexa' } as const];
    const pattern = 'http://127.0.0.1/*';
    await tell(page, 'enableSite', { pattern });
    await tell(page, 'saveRules', { pattern, rules });
    const text = await exportFile();
    await clearByHand();
    const elsewhere = text.replace(pattern, 'https://crm.example.com/*');
    await importFile(elsewhere);
    await page.getByText('1 site added. Enable it under Sites.').waitFor();
    const site = page.getByRole('list', { name: 'Sites' }).getByRole('listitem').filter({ hasText: 'crm.example.com' });
    await site.getByText('The browser does not let this site be read now').waitFor();
    expect(await button('Enable crm.example.com', site).count()).toBe(1);
    await site.getByText('Beside “Bot run”: dialnexa').waitFor();
    await importFile(elsewhere);
    await page.getByText('Everything in this file was here already.').waitFor();
    await importFile(elsewhere.replace('https://crm.example.com/*', 'https://*/*'));
    await page.getByRole('alert').waitFor();
    expect(await sitesIn(page)).toEqual([{ pattern: 'https://crm.example.com/*', rules }]);
  });

  const connection = { id: 'a', provider: 'dialnexa', label: 'A', sample: false };
  const file = (...connections: object[]) => JSON.stringify({ product: 'call-log-inspector', version: 1, connections });

  it.each([
    ['no JSON', 'rubbish'],
    ['other JSON', '{"product":"other","version":1,"connections":[]}'],
    ['a connection that is none', file({ ...connection, label: 7 })],
    ['an address without https', file({ ...connection, baseUrl: 'http://api.example.com' })],
    ['an address that is a script', file({ ...connection, baseUrl: 'javascript:alert(1)' })],
  ])('that hold %s are refused, and another file may be chosen', async (_, text) => {
    await importFile(text);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(
      'This file does not hold settings of this extension: choose another file.',
    );
    expect(await connectionsIn(page)).toEqual([]);
    const chooser = page.waitForEvent('filechooser');
    await button('Edit', alert).click();
    await (
      await chooser
    ).setFiles({ name: 'good.json', mimeType: 'application/json', buffer: Buffer.from(file(connection)) });
    await page.getByText('1 connection added. Give it its key.').waitFor();
    expect(await alert.count()).toBe(0);
  });
});

/** Inside the worker, where the function of `evaluate` runs. */
declare const chrome: { storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }> };

it('clear all deletes everything', async () => {
  await connectByForm(page, replica);
  const popup = await browser.popup();
  await lookUp(popup, '50958');
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  await popup.close();
  await clearByHand();
  const left = await browser.worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('keys');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const names = [...database.objectStoreNames];
    const counts = names.map(
      (name) =>
        new Promise<number>((resolve) => {
          const request = database.transaction(name).objectStore(name).count();
          request.addEventListener('success', () => resolve(request.result));
        }),
    );
    const stores = Object.fromEntries((await Promise.all(counts)).map((count, index) => [names[index], count]));
    database.close();
    return { stores, local: await chrome.storage.local.get(), session: await chrome.storage.session.get() };
  });
  expect(left).toEqual({ stores: { passphrase: 0, sealed: 0, wrapping: 0 }, local: {}, session: {} });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
