import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { type Replica, startReplica } from '../harness/replica';
import { anyCall, anyId } from './anyCall';
import { count } from './count';
import { report } from './report';

const ids = Array.from({ length: 20 }, (_, index) => anyId['omnidimension']!(index));
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite(() => `<title>CRM</title>${ids.map((id) => `<p>Call ID: <b>${id}</b></p>`).join('')}`);
  replica = await startReplica();
  replica.override('omnidimension', anyCall()['omnidimension']);
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

it('many tabs with the same IDs ask once for each', { timeout: 600_000 }, async () => {
  const tabs = count(6, 50);
  const pages = await Promise.all(
    Array.from({ length: tabs }, async () => {
      const page = await browser.context.newPage();
      await page.goto(site.address);
      return page;
    }),
  );
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  const popup = await browser.popup();
  await popup.getByRole('searchbox', { name: 'Call ID' }).fill(ids[0]!);
  await popup.getByRole('button', { name: 'Look up' }).click();
  const expectRead = async () => {
    for (const page of pages) {
      // A tab that is not seen is not read.
      await page.bringToFront();
      await expect.poll(() => marksOn(page), { timeout: 60_000 }).toBe(ids.length);
    }
  };
  await expectRead();
  const asked = replica.requests.filter(({ path }) => /\/calls\/logs\/\d/.test(path));
  for (const page of pages) await page.reload();
  await expectRead();
  const later = replica.requests.filter(({ path }) => /\/calls\/logs\/\d/.test(path)).length - asked.length;
  report(
    'R5',
    'Tabs that show the same 20 IDs ask once for each, and not again',
    `${tabs} tabs and the popup: ${asked.length} requests, ${later} after a reload of all`,
  );
  expect(asked.length).toBe(ids.length);
  expect(later).toBe(0);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
