import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingScope, only } from '../harness/faults';
import { type Replica, secrets, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { tell } from './helpers/tell';

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  runtime: { reload(): void; getManifest(): { version: string } };
  storage: { local: { set(items: object): Promise<void> } };
};

let replica: Replica;
let browser: TestBrowser;
let folder: string;
beforeAll(async () => {
  replica = await startReplica();
  folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await cp('.output/chrome-mv3-e2e', folder, { recursive: true });
  browser = await openBrowser({ replica, extension: folder });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a report of a problem', () => {
  const planted = {
    id: 'call_planted7Q9secretid',
    phone: '+14155559876',
    name: 'Zebulon Quimby',
    note: 'Ask for the blue folder',
    label: 'Zebulon’s own account',
    site: 'planted-crm.example.com',
  };
  const report = (page: Page) => page.getByRole('textbox', { name: 'Report' });
  let text: string;

  it('is made when asked for, shown, and saved as it is shown', async () => {
    const options = await browser.options();
    // What people enter, and what fails: each of it is in the storage by now, and on the way in a failure.
    const { baseUrl, key, account } = replica.of('highlevel');
    await tell(options, 'saveConnection', {
      id: 'planted-connection',
      provider: 'highlevel',
      label: planted.label,
      key,
      baseUrl,
      account,
    });
    const call = await browser.callPage({ provider: 'dialnexa', id: 'call_x9y3zp4mq7r1' });
    await call.getByRole('button', { name: 'Add a note' }).click();
    await call.getByRole('textbox', { name: 'Your note' }).fill(`${planted.note}, ${planted.name}, ${planted.phone}`);
    await call.getByRole('button', { name: 'Reviewed' }).click();
    await call.getByRole('button', { name: 'Reviewed', pressed: true }).waitFor();
    await call.close();
    const popup = await browser.popup();
    for (const wanted of [planted.id, planted.id.slice(0, -1)]) {
      await popup.getByRole('searchbox', { name: 'Call ID' }).fill(wanted);
      await popup.getByRole('button', { name: 'Look up' }).click();
      await popup.getByRole('alert').first().waitFor();
      await popup.reload();
    }
    replica.override('highlevel', only(/call-logs/, missingScope));
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill('673b4e1a9c0d2f5e8a7b6c01');
    await popup.getByRole('button', { name: 'Look up' }).click();
    await popup.getByRole('alert').first().waitFor();
    replica.override('highlevel', undefined);
    await popup.close();

    await options.bringToFront();
    // The browser would ask for its permission, which nobody can give here.
    const rules = [{ kind: 'not', id: planted.id }];
    const sites = [
      { pattern: `https://${planted.site}/*`, rules },
      { pattern: 'https://app.gohighlevel.com/*', rules: [] },
    ];
    await options.evaluate((all) => chrome.storage.local.set({ sites: all }), sites);
    expect(await report(options).count()).toBe(0);
    await options.getByRole('button', { name: 'Make a report' }).click();
    await report(options).waitFor();
    text = await report(options).inputValue();
    const download = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save report' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('call-log-inspector-report.json');
    expect(await readFile(await saved.path(), 'utf8')).toBe(text);
    await options.close();
  });

  it('says what helps: versions, choices, failures by kind, time and number', () => {
    const facts = JSON.parse(text) as {
      version: string;
      browser: string;
      connections: { provider: string; hasKey: boolean; ownAddress: boolean }[];
      sites: unknown;
      stored: { recentCalls: number; reviews: number };
      failures: { code: string; count: number; last: string }[];
    };
    expect(facts.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(facts.browser).toMatch(/Chrom/);
    expect(facts.connections).toContainEqual(
      expect.objectContaining({ provider: 'highlevel', hasKey: true, ownAddress: true }),
    );
    expect(facts.sites).toMatchObject({ crms: ['HighLevel'], others: 1, rules: 1 });
    expect(facts.stored).toMatchObject({ reviews: 1 });
    const found = (code: string) => facts.failures.find((each) => each.code === code);
    // Two look-ups that one account was asked for, and two accounts whose key lacks a scope.
    expect(found('not-found')?.count).toBeGreaterThanOrEqual(2);
    expect(found('scope-missing')?.count).toBe(2);
    expect(Date.now() - Date.parse(found('scope-missing')!.last)).toBeLessThan(120_000);
  });

  it('holds no key, ID, name, number, note, label or address', () => {
    const texts = [...Object.values(planted), ...secrets.flatMap((secret) => [secret, secret.slice(-4)])];
    texts.push('127.0.0.1', 'LOC123456789ABCDEF', 'call_x9y3zp4mq7r1', '673b4e1a', 'planted');
    for (const each of texts) expect(text.toLowerCase()).not.toContain(each.toLowerCase());
  });
});

describe('what is new', () => {
  const gear = (page: Page) => page.getByRole('button', { name: 'Settings: see what is new' });
  const updated = (page: Page) => page.getByRole('status').filter({ hasText: 'is now version' });

  it('is not announced after the installation, and can be read all the same', async () => {
    const popup = await browser.popup();
    await popup.getByRole('button', { name: 'Settings', exact: true }).waitFor();
    await popup.close();
    const options = await browser.options();
    const { version } = await options.evaluate(() => chrome.runtime.getManifest());
    await options.getByText(`New in version ${version}`).click();
    await options.locator('[lang=en] li').first().waitFor();
    expect(await updated(options).count()).toBe(0);
    await options.close();
  });

  it('is announced once after an update, by a line and a dot; no page opens by itself', async () => {
    const manager = await browser.context.newPage();
    await manager.goto('chrome://extensions');
    await manager.locator('#devMode').click();
    let options = await browser.options();
    const manifest = join(folder, 'manifest.json');
    const json = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    await writeFile(manifest, JSON.stringify({ ...json, version: '99.0.0' }));
    const restarted = browser.context.waitForEvent('serviceworker');
    await options.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await restarted;
    const pages = () => browser.context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
    const popup = await browser.popup();
    await gear(popup).waitFor();
    expect(pages()).toHaveLength(1);
    const panel = await browser.panel();
    await gear(panel).waitFor();

    options = await browser.options();
    await updated(options).getByText('99.0.0').waitFor();
    await updated(options).getByRole('button', { name: 'See what is new' }).click();
    await options.locator('[lang=en] li').first().waitFor();
    await expect.poll(() => updated(options).count()).toBe(0);
    await popup.bringToFront();
    await expect.poll(() => gear(popup).count()).toBe(0);
    await options.reload();
    await options.getByRole('heading', { name: 'Help' }).waitFor();
    expect(await updated(options).count()).toBe(0);
    for (const page of [popup, panel, options, manager]) await page.close();
  });

  it('is not announced when the same version starts again', async () => {
    const options = await browser.options();
    const restarted = browser.context.waitForEvent('serviceworker');
    await options.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await restarted;
    const again = await browser.options();
    await again.getByRole('heading', { name: 'Help' }).waitFor();
    expect(await updated(again).count()).toBe(0);
    await again.close();
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
