import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNginx } from '../harness/findNginx.mjs';
import { type Gateway, startGateway } from '../harness/gateway';
import { providerIds, type Replica, type ReplicaAccount, secrets, startReplica } from '../harness/replica';
import { connectByForm, lookUp, readCall } from '../harness/steps';
import { findPlain, openSealed, readProfile } from '../trust/profileScan';
import { openBrowser, type TestBrowser } from './helpers/browser';

let replica: Replica;
let gateway: Gateway;
let browser: TestBrowser;
let panel: Page;
let profile: string;

/** The accounts as one person has them: the gateway's address and a token, and no key. */
const through = (token: string): Pick<Replica, 'of'> => ({
  of: (provider): ReplicaAccount => ({
    baseUrl: `${gateway.address}/${provider}`,
    key: token,
    account: replica.of(provider).account,
  }),
});

describe.skipIf(!findNginx())('through a real nginx that holds the keys (skipped where there is none)', () => {
  beforeAll(async () => {
    replica = await startReplica();
    const accounts = Object.fromEntries(providerIds.map((id) => [id, replica.of(id)]));
    gateway = await startGateway({ accounts, tokens: 2 });
    profile = await mkdtemp(join(tmpdir(), 'gateway-profile-'));
    browser = await openBrowser({ profile });
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
    await replica?.close();
    if (profile) await rm(profile, { recursive: true, force: true });
  });

  it('every provider is connected by the form', async () => {
    const options = await browser.options();
    await connectByForm(options, through(gateway.tokens[0]!));
    const items = options.getByRole('list', { name: 'Connections' }).getByRole('listitem');
    expect(await items.count()).toBe(providerIds.length);
    const vapi = await items.filter({ hasText: 'Demo vapi' }).innerText();
    expect(vapi).toContain(`${gateway.address}/vapi · Token ends in ${gateway.tokens[0]!.slice(-4)}`);
    expect(vapi).toContain('The token works. Vapi answered.');
    await options.close();
  });

  it('calls are looked up and listed', async () => {
    panel = await browser.panel();
    await lookUp(panel, '50958');
    expect((await readCall(panel, '50958')).terms['Provider']).toBe('OmniDimension');
    await lookUp(panel, '507f1f77bcf86cd799439011');
    const { terms } = await readCall(panel, '507f1f77bcf86cd799439011');
    expect([terms['Provider'], terms['Status']]).toEqual(['HighLevel Voice AI', 'Completed']);
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    for (const provider of ['retell', 'elevenlabs']) {
      await panel.reload();
      await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label: `Demo ${provider}` });
      const latest = panel.getByRole('list', { name: 'Latest calls' }).getByRole('listitem');
      await latest.first().waitFor();
    }
  });

  it('recordings play: two that the gateway passes on, one that is kept on another host', async () => {
    const ids = [
      '8a9620f6-d634-4b92-8d75-93280a894a71',
      '673b4e1a9c0d2f5e8a7b6c01',
      '019a9622-4f40-7a3c-8d21-5b7e9f1c0a11',
    ];
    for (const id of ids) {
      await panel.reload();
      await lookUp(panel, id);
      await panel.getByRole('button', { name: 'Open recording' }).click();
      const duration = () => panel.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration);
      await expect.poll(duration).toBeCloseTo(4);
    }
  });

  it('a second person’s look-up of the same call costs the vendor nothing', async () => {
    const other = await openBrowser();
    const options = await other.options();
    await connectByForm(options, through(gateway.tokens[1]!));
    replica.requests.length = 0;
    const page = await other.panel();
    await lookUp(page, '50958');
    expect(replica.requests.filter(({ path }) => path.includes('50958'))).toEqual([]);
    expect(await gateway.log()).toContain('person1 GET /omnidimension/calls/logs/50958 200');
    expect(other.problems).toEqual([]);
    await other.close();
  });

  it('a token that the gateway does not know is told', async () => {
    const options = await browser.options();
    const form = options.getByRole('form', { name: 'Add connection' });
    await form.getByRole('combobox', { name: 'Connect to' }).selectOption('gateway');
    await form.getByRole('button', { name: 'Save and test' }).click();
    expect(await form.getByRole('alert').allInnerTexts()).toEqual([
      'Give the address of the gateway.',
      'Paste the token.',
    ]);
    await form.getByRole('textbox', { name: 'Label' }).fill('Gone');
    await form.getByRole('textbox', { name: 'Gateway address' }).fill(`${gateway.address}/omnidimension/`);
    await form.getByRole('textbox', { name: 'Token' }).fill('0'.repeat(64));
    await form.getByRole('button', { name: 'Save and test' }).click();
    const item = options.getByRole('list', { name: 'Connections' }).getByRole('listitem').filter({ hasText: 'Gone' });
    await item.getByRole('alert').waitFor();
    expect(await item.innerText()).toContain(`${gateway.address}/omnidimension · Token ends in 0000`);
    expect(await item.getByRole('alert').innerText()).toContain('OmniDimension did not accept');
  });

  it('no vendor’s key is anywhere in the profile', async () => {
    expect(browser.problems).toEqual([]);
    await browser.close();
    const files = await readProfile(profile);
    expect(files.length).toBeGreaterThan(20);
    expect(findPlain(files, secrets)).toEqual([]);
    // What is looked for would be found: the gateway's address, in plain, and the token, by who has every file.
    expect(findPlain(files, [gateway.address])).not.toEqual([]);
    const { keys } = openSealed(files, [...secrets, gateway.tokens[0]!]);
    expect([...keys]).toEqual([gateway.tokens[0]]);
  });
});
