import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { connectByMessage } from '../harness/steps';
import { anyCall, anyId } from '../trust/anyCall';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { send } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  replica = await startReplica();
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  browser = await openBrowser();
  page = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

it('“Clear all data” works while calls are being read and noted', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    await connectByMessage(page, replica);
    const lookUps = Object.values(anyId).map((idOf, n) =>
      send(page, { name: 'lookUp', payload: { id: idOf(round), request: `${round}-${n}` } }),
    );
    // Each round meets another moment of reading and noting.
    await page.waitForTimeout(10 * round);
    expect(await send(page, { name: 'clearAll', payload: {} })).toEqual({ ok: true });
    await Promise.all(lookUps);
  }
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
