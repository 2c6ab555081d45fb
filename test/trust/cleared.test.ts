import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { send, tell } from '../e2e/helpers/tell';
import { omnidimensionCalls } from '../harness/calls/omnidimension';
import { type Replica, startReplica } from '../harness/replica';

// Fails with `endRequests` (lib/worker/requests/ends.ts) that aborts nothing.

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  storage: Record<'local' | 'session', { get(keys: null): Promise<Record<string, unknown>> }>;
};

const ids = omnidimensionCalls.slice(0, 5).map(({ row }) => String(row['id']));

let replica: Replica;
let browser: TestBrowser;
let options: Page;

beforeEach(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
  replica.override('omnidimension', async () => {
    await new Promise((answer) => setTimeout(answer, 1500));
    return false as const;
  });
});
afterEach(async () => {
  await browser.close();
  await replica.close();
});

const stored = (area: 'local' | 'session') => options.evaluate((from) => chrome.storage[from].get(null), area);

/** Look-ups, a list and a test of the connection, which are all under way when `work` runs; ends some time after all are done. */
async function during(work: () => Promise<unknown>): Promise<void> {
  const connection = browser.connections['omnidimension']!;
  const request = () => crypto.randomUUID();
  const asked = [
    ...ids.map((id) =>
      send(options, { name: 'lookUp', payload: { id, providers: ['omnidimension'], request: request() } }),
    ),
    send(options, { name: 'listCalls', payload: { connection, filters: {}, request: request() } }),
    send(options, { name: 'testConnection', payload: { connection } }),
  ];
  await expect
    .poll(() => replica.requests.filter(({ provider }) => provider === 'omnidimension').length)
    .toBeGreaterThan(1);
  await work();
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer && 'ok' in answer && JSON.stringify(answer.ok).includes('"found"'))).toEqual(
    [],
  );
  await options.waitForTimeout(2500);
}

describe('what is under way', () => {
  it('leaves nothing after Clear', async () => {
    await during(() => tell(options, 'clearAll', {}));
    expect(await stored('local')).toEqual({});
    expect(Object.keys(await stored('session')).filter((key) => !/^(asked|waiting)\$?$/.test(key))).toEqual([]);
  });

  it('leaves nothing of a connection after Remove', async () => {
    const connection = browser.connections['omnidimension']!;
    await during(() => tell(options, 'removeConnection', { connection }));
    for (const area of ['local', 'session'] as const) {
      expect(JSON.stringify(await stored(area))).not.toContain(connection);
    }
  });
});
