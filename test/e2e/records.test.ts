import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goThroughRecords, recordsPage, told } from '../harness/records';
import { type Replica, startReplica } from '../harness/replica';
import { anyCall, anyId } from '../trust/anyCall';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

let replica: Replica;
let browser: TestBrowser;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: Page;

beforeAll(async () => {
  replica = await startReplica();
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  const many = Array.from({ length: 40 }, (_, index) => anyId['dialnexa']!(1000 + index));
  const list = many.map((id) => `<p>Call ID: ${id}</p>`).join('');
  const fakes = [...Array(60).keys()].map((index) => `<p>Call log ID: ${60_000_000 + index}</p>`).join('');
  site = await serveSite((path) => (path === '/list' ? list : path === '/fakes' ? fakes : recordsPage));
  browser = await openBrowser({ replica });
  const options = await browser.options();
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await options.close();
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

it('who opens a record a second sees each of its five calls marked, within two seconds at worst', async () => {
  await page.goto(site.address);
  await page.waitForTimeout(500);
  const { median, worst } = told(await goThroughRecords(page, 12));
  expect(worst).toBeLessThanOrEqual(2000);
  expect(median).toBeLessThanOrEqual(500);
});

it('a known call is marked in another tab without a request', async () => {
  replica.requests.length = 0;
  const other = await browser.context.newPage();
  await other.goto(site.address);
  await other.waitForTimeout(500);
  expect(told(await goThroughRecords(other, 2)).worst).toBeLessThanOrEqual(2000);
  expect(replica.requests).toEqual([]);
  await other.close();
});

it('a list of 40 calls is marked whole, though they take more than thirty requests', async () => {
  const list = await browser.context.newPage();
  await list.goto(`${site.address}list`);
  await expect.poll(() => marksOn(list), { timeout: 8000 }).toBeGreaterThan(20);
  await list.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(() => marksOn(list), { timeout: 20_000 }).toBeGreaterThan(20);
  await list.close();
});

it('IDs that are none cost thirty requests a minute, and the panel says that others wait', async () => {
  replica.override('omnidimension', undefined);
  replica.requests.length = 0;
  const panel = await browser.openSidePanel(await browser.popup());
  const fakes = await browser.context.newPage();
  await fakes.goto(`${site.address}fakes`);
  const asked = () => replica.requests.filter(({ path }) => path.includes('/6000'));
  await expect.poll(asked).toHaveLength(30);
  await panel.getByText('Waiting, to ask the provider for a few calls at a time').first().waitFor();
  await fakes.waitForTimeout(3000);
  expect(asked()).toHaveLength(30);
  await fakes.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
