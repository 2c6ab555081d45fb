import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagedChromium, managedChromium, whyNoPolicies } from '../harness/policies';
import { type Replica, startReplica } from '../harness/replica';
import { lookUp, readCall } from '../harness/steps';
import { readProfile } from '../trust/profileScan';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { send } from './helpers/tell';

const why = whyNoPolicies();
if (why) console.log(`Skipped policies in Chromium: ${why}.`);

const call = 'call_x9y3zp4mq7r1';
const managedSite = 'http://127.0.0.1/*';

describe.skipIf(why)('a policy in Chromium', () => {
  let replica: Replica;
  let chromium: ManagedChromium;
  let profile: string;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: TestBrowser;
  let options: Page;

  const sales = () => ({
    id: 'sales',
    provider: 'dialnexa',
    label: 'Sales line',
    baseUrl: replica.of('dialnexa').baseUrl,
  });
  const clinic = () => ({ id: 'clinic', provider: 'highlevel', label: 'Clinic', ...replica.of('highlevel') });
  const rules = [{ kind: 'label', label: 'Gespräch', provider: 'dialnexa' }];
  const strict = () => ({
    connections: [sales(), clinic()],
    sites: [{ address: managedSite, rules }],
    note: ['summary', 'callId'],
    hidePersonalData: true,
    locked: ['connections', 'sites', 'note'],
    forbidden: ['export', 'reveal'],
  });
  const notice = () => options.getByRole('note', { name: 'Managed by your organization' });
  const list = (name: string) => options.getByRole('list', { name });
  const refused = (name: string, payload: object) => send(options, { name, payload });
  const forbidden = { failure: { code: 'forbidden' } };

  beforeAll(async () => {
    replica = await startReplica();
    site = await serveSite(() => `<!doctype html><p>Gespräch: <b>${call}</b></p>`);
    chromium = await managedChromium('.output/chrome-mv3-e2e');
    await chromium.write(strict());
    profile = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
    browser = await openBrowser({ program: chromium.program, profile });
    options = await browser.options();
  });
  afterAll(async () => {
    await browser?.close();
    await replica.close();
    site.close();
    await chromium?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('installs the extension by force, with connections, sites and locks that say why', async () => {
    expect(browser.id).toBe(chromium.id);
    await notice().waitFor();
    expect(await notice().innerText()).toBe(
      'Your organization manages parts of these settings: 2 connections · 1 site · the note · personal data is hidden everywhere · ' +
        'calls and settings cannot be exported · what is masked in calls cannot be revealed',
    );
    const connections = list('Connections').getByRole('listitem');
    expect(await connections.count()).toBe(2);
    for (const each of await connections.all()) {
      await each.getByText('Your organization manages this connection').waitFor();
      expect(await each.getByRole('button', { name: /Edit|Remove/ }).count()).toBe(0);
    }
    expect(await list('Sites').innerText()).toContain('it can be disabled by your administrator only');
    expect(await list('Sites').getByRole('button').count()).toBe(0);
    expect(await options.getByRole('checkbox', { name: 'Hide personal data' }).isDisabled()).toBe(true);
    for (const name of ['Add connection', 'Add site'])
      expect(await options.getByRole('form', { name }).count()).toBe(0);
    for (const name of ['Export settings', 'Try with sample calls', 'Add a provider from a file'])
      expect(await options.getByRole('button', { name }).count()).toBe(0);
    expect(await list('Note template').or(list('Note')).getByRole('checkbox').count()).toBe(0);
  });

  it('is kept by the worker, whatever a page asks', async () => {
    const connection = { id: 'own', provider: 'dialnexa', label: 'Own', key: 'k' };
    expect(await refused('saveConnection', connection)).toEqual(forbidden);
    expect(await refused('saveConnection', { ...connection, id: 'policy:sales' })).toEqual(forbidden);
    expect(await refused('removeConnection', { connection: 'policy:sales' })).toEqual(forbidden);
    expect(await refused('saveManagedKey', { connection: 'policy:clinic', key: 'k' })).toEqual(forbidden);
    expect(await refused('addSamples', {})).toEqual(forbidden);
    expect(await refused('exportSettings', {})).toEqual(forbidden);
    expect(
      await refused('reveal', { ref: { provider: 'dialnexa', connection: 'policy:sales', id: call }, pointer: '' }),
    ).toEqual(forbidden);
    expect(await refused('disableSite', { pattern: managedSite })).toEqual(forbidden);
    expect(await refused('enableSite', { pattern: 'http://localhost/*' })).toEqual(forbidden);
    expect(await refused('saveRules', { pattern: managedSite, rules: [] })).toEqual(forbidden);
  });

  it('wants the user’s own key, and looks a call up at its address', async () => {
    const item = list('Connections').getByRole('listitem').filter({ hasText: 'Sales line' });
    await item.getByText('It wants your own key or token').waitFor();
    await item.getByRole('button', { name: 'Enter key' }).click();
    await item.getByRole('textbox', { name: 'Token' }).fill(replica.of('dialnexa').key);
    await item.getByRole('button', { name: 'Save and test' }).click();
    await item.getByText('The token works.').waitFor();
    const popup = await browser.popup();
    await lookUp(popup, call);
    expect((await readCall(popup, call)).terms['Provider']).toBe('DialNexa');
    expect(replica.requests.some(({ provider, path }) => provider === 'dialnexa' && path.includes(call))).toBe(true);
    await popup.getByRole('button', { name: 'Export' }).click();
    const menu = popup.getByRole('menu', { name: 'Export' });
    expect(await menu.getByRole('menuitem').allInnerTexts()).toEqual([
      expect.stringMatching(/link/i),
      expect.stringContaining('Your organization does not allow calls or settings to be exported.'),
    ]);
    await popup.close();
  });

  it('looks a call up with the key that the policy has', async () => {
    const id = '673b4e1a9c0d2f5e8a7b6c01';
    const popup = await browser.popup();
    await lookUp(popup, id);
    expect((await readCall(popup, id)).terms['Provider']).toBe('HighLevel Voice AI');
    expect(await popup.getByRole('button', { name: /^Reveal/ }).count()).toBe(0);
    await popup.close();
  });

  it('has the calls of its site marked by its rules', async () => {
    const page = await browser.context.newPage();
    await page.goto(site.address);
    await expect.poll(() => marksOn(page)).toBe(1);
    await page.close();
  });

  it('changes while the browser runs', async () => {
    await chromium.write({ connections: [{ ...sales(), label: 'Sales, Porto' }] });
    await list('Connections').getByText('Sales, Porto', { exact: true }).waitFor({ timeout: 45_000 });
    await expect
      .poll(() => notice().innerText())
      .toBe('Your organization manages parts of these settings: 1 connection');
    expect(await list('Connections').getByRole('listitem').count()).toBe(1);
    // The key that the user entered for it is still there.
    expect(await list('Connections').innerText()).toContain(`Token ends in ${replica.of('dialnexa').key.slice(-4)}`);
    await options.getByRole('form', { name: 'Add connection' }).waitFor();
    await expect.poll(() => list('Sites').count()).toBe(0);
    expect(await options.getByRole('checkbox', { name: 'Hide personal data' }).isChecked()).toBe(false);
    const page = await browser.context.newPage();
    await page.goto(site.address);
    await new Promise((done) => setTimeout(done, 1000));
    expect(await marksOn(page)).toBe(0);
    await page.close();
  });

  it('tells in words what of it is wrong, which costs only itself', async () => {
    await chromium.write({
      connections: [
        sales(),
        { ...clinic(), baseURL: 'https://typo.example' },
        { ...sales(), id: 'x', provider: 'dailnexa' },
      ],
      // What is not of its type, the browser leaves out itself.
      sites: 'crm.example.com',
      note: ['summary', 'sumary'],
      forbidden: ['reveal'],
    });
    const mistakes = list('Mistakes of the policy').getByRole('listitem');
    await mistakes.first().waitFor({ timeout: 45_000 });
    expect(await mistakes.allInnerTexts()).toEqual(
      expect.arrayContaining([
        '/connections/1: These members are not known: baseURL.',
        expect.stringContaining('/connections/2/provider: This must be one of: omnidimension, dialnexa'),
        expect.stringContaining('/note/1: This must be one of: callId'),
      ]),
    );
    expect(await mistakes.count()).toBe(3);
    expect(await notice().innerText()).toBe(
      'Your organization manages parts of these settings: 1 connection · the note · what is masked in calls cannot be revealed',
    );
  });

  it('takes along what it brought, and leaves no key of the user in the profile', async () => {
    const { key } = replica.of('dialnexa');
    expect((await readProfile(profile)).filter(({ bytes }) => bytes.includes(key)).map(({ path }) => path)).toEqual([]);
    await chromium.write(undefined);
    await notice().waitFor({ state: 'detached', timeout: 45_000 });
    await options.getByText('No connection yet').waitFor();
    const popup = await browser.popup();
    expect(await popup.getByRole('list', { name: 'Recent calls' }).count()).toBe(0);
    await popup.close();
    expect(await send(options, { name: 'lookUp', payload: { id: call, request: 'r' } })).toMatchObject({
      failure: { code: 'no-connection' },
    });
    expect(browser.problems).toEqual([]);
  });

  it('and its key lie where the browser itself keeps policies, and nowhere else', async () => {
    const { key } = replica.of('highlevel');
    const found = (await readProfile(profile)).filter(({ bytes }) => bytes.includes(key)).map(({ path }) => path);
    expect(found.filter((path) => !path.includes('Managed Extension Settings'))).toEqual([]);
    expect(await readdir('/etc/chromium')).not.toContain('policies');
  });
});
