import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

const ids = dialnexaCalls.map(({ row }) => String(row['call_id']));
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  const rows = [...ids, 'call_n0n3x1st5'].map((each) => `<p>Call ID: ${each}</p>`).join('');
  site = await serveSite(() => `<title>CRM</title>${rows}`);
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

it('IDs of an account with DialNexa’s current routes are asked about in one request', async () => {
  const newer = await startReplica({ dialnexaGeneration: 'calls' });
  const connection = browser.connections['dialnexa'] ?? '';
  const label = 'Current routes';
  const input = { id: connection, provider: 'dialnexa', label, ...newer.of('dialnexa') };
  await tell(options, 'saveConnection', input);
  await tell(options, 'testConnection', { connection });
  newer.requests.length = 0;
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await page.goto(site.address);
  await expect.poll(() => marksOn(page)).toBe(ids.length);
  expect(newer.requests.map(({ path }) => path.split('?')[0])).toEqual(['/v1/calls']);
  await newer.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
