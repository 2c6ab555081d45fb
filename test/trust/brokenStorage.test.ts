import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../lib/storage/define';
import * as callItems from '../../lib/storage/callItems';
import * as items from '../../lib/storage/items';
import * as policyItems from '../../lib/storage/policyItem';
import * as requestItems from '../../lib/storage/requestItems';
import * as tabItems from '../../lib/storage/tabItems';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { type Replica, startReplica } from '../harness/replica';
import { lookUp } from '../harness/steps';
import { count } from './count';
import { report } from './report';

const id = 'call_x9y3zp4mq7r1';
let replica: Replica;
let browser: TestBrowser;
let control: Page;

beforeEach(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  control = await browser.options();
});
afterEach(async () => {
  await browser.close();
  await replica.close();
});

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  storage: Record<
    'local' | 'session',
    { get(key: null): Promise<Record<string, object>>; set(items: object): Promise<void>; QUOTA_BYTES: number }
  >;
};

const all = [items, callItems, policyItems, requestItems, tabItems]
  .flatMap((each): object[] => Object.values(each))
  .filter((item): item is Item<unknown> => 'key' in item);
const bad: [what: string, value: unknown][] = [
  ['a text', 'x'],
  ['a number', -1],
  ['a list of nothing', [null]],
  ['members of nothing', { a: null }],
  ['lists in lists', [[[]]]],
  ['half a connection', [{ id: 'c' }]],
];

/** Every page of the extension shows what it is for. */
async function expectPagesOpen(): Promise<void> {
  const [popup, panel, options] = [await browser.popup(), await browser.panel(), await browser.options()];
  await popup.getByRole('searchbox', { name: 'Call ID' }).waitFor();
  await panel.getByRole('searchbox', { name: 'Call ID' }).waitFor();
  await options.getByRole('button', { name: 'Clear all data' }).waitFor();
  await Promise.all([popup, panel, options].map((page) => page.close()));
}

describe('storage in which nothing can be read', () => {
  it.each(bad.slice(0, count(2, bad.length)))(
    '%s in every item: pages open, clearing mends it, and calls are found again',
    async (what, value) => {
      for (const area of ['local', 'session'] as const)
        await control.evaluate(([where, stored]) => chrome.storage[where as 'local'].set(stored as object), [
          area,
          Object.fromEntries(all.filter((item) => item.area === area).map(({ key }) => [key, value])),
        ] as const);
      await expectPagesOpen();
      await control.reload();
      await control.getByRole('button', { name: 'Clear all data' }).click();
      await control.getByRole('button', { name: 'Delete everything' }).click();
      await control.getByText('Everything was deleted.').waitFor();
      await browser.connect(replica);
      const popup = await browser.popup();
      await lookUp(popup, id);
      await popup.close();
      expect(browser.problems).toEqual([]);
      report('R17', 'Whatever is stored, pages open and clearing mends it', `${what} in each of ${all.length} items`);
    },
  );
});

/** Fills an area until not a KiB more is taken; how many bytes that took. */
const fill = (area: 'local' | 'session') =>
  control.evaluate(async (where) => {
    let bytes = 0;
    for (let size = 1 << 20; size >= 1024;) {
      const set = chrome.storage[where].set({ [`filler${bytes}`]: 'x'.repeat(size) });
      const fits = await set.then(
        () => true,
        () => false,
      );
      if (fits) bytes += size;
      else size /= 2;
    }
    return bytes;
  }, area);

it.each(['local', 'session'] as const)('%s storage that is full costs no call and no page of ours', async (area) => {
  const filled = await fill(area);
  await expectPagesOpen();
  const popup = await browser.popup();
  await lookUp(popup, id);
  await popup.close();
  report('R17', 'Full storage costs no call and no page of ours', `${area} storage filled with ${filled} bytes`);
  expect(filled).toBeGreaterThan(1_000_000);
  expect(browser.problems).toEqual([]);
});

it('local storage that is full costs no mark on a page', async () => {
  const site = await serveSite(() => `<title>CRM</title><p>Call ID: <b>${id}</b></p>`);
  await tell(control, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await fill('local');
  const page = await browser.context.newPage();
  await page.goto(site.address);
  await expect.poll(() => marksOn(page)).toBe(1);
  site.close();
  expect(browser.problems).toEqual([]);
});

/** Fills session storage with copies of the call that is there, until none more is taken; how many. */
const fillWithCalls = () =>
  control.evaluate(async () => {
    const stored = await chrome.storage.session.get(null);
    const of = (prefix: string) => Object.entries(stored).find(([key]) => key.startsWith(prefix))!;
    const [[key, head], [, call]] = [of('head:'), of('call:')];
    for (let copies = 0; ; copies++) {
      const name = `${key.slice('head:'.length)}copy${copies}`;
      const set = chrome.storage.session.set({
        [`head:${name}`]: { ...head, fetchedAt: new Date(copies).toISOString() },
        // White space does not change what a JSON text says.
        [`call:${name}`]: String(call).padEnd(20_000),
      });
      const fits = await set.then(
        () => true,
        () => false,
      );
      if (!fits) return copies;
    }
  });

it('session storage that is full of calls costs no mark on a page: the older ones make room', async () => {
  const site = await serveSite(() => `<title>CRM</title><p>Call ID: <b>${id}</b></p>`);
  await tell(control, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  const popup = await browser.popup();
  await lookUp(popup, '50958');
  const calls = await fillWithCalls();
  const page = await browser.context.newPage();
  await page.goto(site.address);
  await expect.poll(() => marksOn(page)).toBe(1);
  report('R17', 'Session storage full of calls costs no mark on a page', `${calls} calls`);
  expect(calls).toBeGreaterThan(100);
  site.close();
  expect(browser.problems).toEqual([]);
});
