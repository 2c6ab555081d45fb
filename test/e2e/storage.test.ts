import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { highlevelCalls } from '../harness/calls/highlevel';
import { omnidimensionCalls } from '../harness/calls/omnidimension';
import { rateLimited } from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { lookUp } from '../harness/steps';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { connectionsIn, tell } from './helpers/tell';

// The tests of many hands at once fail with `withLock` (lib/storage/lock.ts) = `(_, work) => work()`.

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  storage: Record<
    'local' | 'session',
    {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string | string[]): Promise<void>;
    }
  >;
};

let replica: Replica;
let browser: TestBrowser;
let options: Page;

const dialnexaIds = dialnexaCalls.map(({ row }) => String(row['call_id']));
const omnidimensionIds = omnidimensionCalls.map(({ row }) => String(row['id']));
const highlevelIds = highlevelCalls.map(({ row }) => String(row['id']));

const inStore = (area: 'local' | 'session', key: string) =>
  options.evaluate(async ([from, name]) => (await chrome.storage[from].get(name))[name], [area, key] as const);
const store = (items: Record<string, unknown>) => options.evaluate((all) => chrome.storage.local.set(all), items);
const forget = (area: 'local' | 'session', key: string) =>
  options.evaluate(([from, name]) => chrome.storage[from].remove(name), [area, key] as const);

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const recentCalls = (popup: Page) => popup.getByRole('list', { name: 'Recent calls' }).getByRole('listitem');

describe('of what many do at once, nothing is lost:', () => {
  afterEach(() => forget('local', 'visits'));

  it('16 IDs pasted are 16 recent calls', async () => {
    const popup = await browser.popup();
    const ids = [...dialnexaIds, ...omnidimensionIds];
    expect(ids).toHaveLength(16);
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill(ids.join('\n'));
    await popup.getByRole('button', { name: 'Look up' }).click();
    const results = popup.getByRole('table', { name: 'Results' }).getByRole('row');
    await expect.poll(() => results.filter({ has: popup.getByRole('button') }).count(), { timeout: 30_000 }).toBe(16);
    await popup.close();
    const again = await browser.popup();
    await expect.poll(() => recentCalls(again).count()).toBe(16);
    await again.close();
  });

  it('20 look-ups leave 20 visits', async () => {
    const ids = [...dialnexaIds, ...omnidimensionIds, ...highlevelIds].slice(0, 20);
    expect(new Set(ids).size).toBe(20);
    const answers = await Promise.all(ids.map((id) => tell(options, 'lookUp', { id, request: crypto.randomUUID() })));
    expect(answers.filter((answer) => 'found' in answer)).toHaveLength(20);
    const popup = await browser.popup();
    await expect.poll(() => recentCalls(popup).count()).toBe(20);
    await popup.close();
  });

  it('10 connections saved from two windows are 10, each with a key that works', async () => {
    const before = await connectionsIn(options);
    const other = await browser.options();
    const inputs = Array.from({ length: 10 }, (_, index) => ({
      id: `storage-${index}`,
      provider: 'omnidimension',
      label: `Number ${index}`,
      key: replica.of('omnidimension').key,
      baseUrl: replica.of('omnidimension').baseUrl,
    }));
    await Promise.all(inputs.map((input, index) => tell(index % 2 ? options : other, 'saveConnection', input)));
    expect(await connectionsIn(options)).toHaveLength(before.length + 10);
    const accounts = inputs.map(({ id }) => tell(options, 'testConnection', { connection: id }));
    expect(await Promise.all(accounts)).toHaveLength(10);
    await Promise.all(inputs.map(({ id }) => tell(options, 'removeConnection', { connection: id })));
    expect(await connectionsIn(options)).toEqual(before);
    await other.close();
  });
});

describe.each([
  ['connections', 'Connections'],
  ['visits', 'Recent calls'],
  ['reviews', 'Reviews and notes of calls'],
])('stored %s that cannot be read', (key, words) => {
  it.each([['a text'], [[null]], [7], [{ a: 7 }]])('are told, and cost nothing else: %j', async (bad) => {
    const good = await inStore('local', 'connections');
    await store({ [key]: bad });
    const [popup, settings] = [await browser.popup(), await browser.options()];
    await popup.getByRole('searchbox', { name: 'Call ID' }).waitFor();
    const told = settings.getByRole('list', { name: 'Data that could not be read' }).getByRole('listitem');
    await expect.poll(() => told.allInnerTexts()).toEqual([expect.stringMatching(`^${words}, found `)]);

    const download = settings.waitForEvent('download');
    await settings.getByRole('button', { name: 'Save a copy' }).click();
    expect((await download).suggestedFilename()).toBe('call-log-inspector-unreadable.json');
    await settings.getByRole('button', { name: 'Forget it' }).click();
    await settings.getByText('It was forgotten.').waitFor();
    await expect.poll(() => told.count()).toBe(0);

    if (key === 'connections') await store({ connections: good });
    await forget('session', `call:${JSON.stringify(['dialnexa', browser.connections['dialnexa'], dialnexaIds[0]])}`);
    await lookUp(popup, dialnexaIds[0]!);
    await Promise.all([popup.close(), settings.close()]);
  });
});

it('a call is shown where it cannot be noted among the recent ones', async () => {
  const popup = await browser.popup();
  await store({ visits: { of: 'a newer version' }, visits$: { v: 99 } });
  await lookUp(popup, dialnexaIds[1]!);
  expect(await inStore('local', 'visits')).toEqual({ of: 'a newer version' });
  await popup.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));

/** The budgets that were asked to pause. */
const pauses = () =>
  options.evaluate(async () => {
    const stored = Object.entries(await chrome.storage.session.get(null as unknown as string));
    return stored.filter(([key, value]) => key.startsWith('spent:') && 'pause' in (value as object)).length;
  });

// The last one: who was asked to wait waits.
it('3 pauses that providers ask for at once are 3', async () => {
  const vendors = ['omnidimension', 'dialnexa', 'highlevel'] as const;
  for (const provider of vendors) replica.override(provider, rateLimited(provider, '60'));
  const connections = await connectionsIn(options);
  const answers = connections.map(({ id }) =>
    tell(options, 'testConnection', { connection: id }).catch((error: Error) => error.message),
  );
  expect((await Promise.all(answers)).filter((answer) => String(answer).includes('rate-limited'))).toHaveLength(3);
  await expect.poll(pauses).toBe(3);
  for (const provider of vendors) replica.override(provider, undefined);
});
