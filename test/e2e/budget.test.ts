import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

const pattern = 'http://127.0.0.1/*';
const count = 100_000;
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

/** True IDs on screen, above a hundred thousand fake ones of each shape. Blocks that are not on screen cost the browser itself little. */
function planted(): string {
  const fake = (index: number) => [
    String(60_000_000 + index),
    `call_z9${index.toString(36).padStart(8, '0')}`,
    index.toString(16).padStart(24, 'a7'),
  ];
  const lines = Array.from({ length: count }, (_, index) => fake(index).map((id) => `Call ID: ${id}`)).flat();
  const blocks = Array.from({ length: lines.length / 300 }, (_, index) => lines.slice(index * 300, index * 300 + 300));
  const style = 'pre { content-visibility: auto; contain-intrinsic-height: 300lh }';
  return `<title>CRM</title><style>${style}</style><p>Call ID: <b>call_x9y3zp4mq7r1</b></p><p>Call ID: <b>50958</b></p>
    ${blocks.map((block) => `<pre>${block.join('\n')}</pre>`).join('')}`;
}

/** The longest that the page stood still within a time: milliseconds. */
const longestStall = (time: number) =>
  page.evaluate(async (milliseconds) => {
    let longest = 0;
    let before = performance.now();
    const end = before + milliseconds;
    while (performance.now() < end) {
      await new Promise((done) => setTimeout(done));
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }
    return Math.round(longest);
  }, time);

beforeAll(async () => {
  const html = planted();
  site = await serveSite(() => html);
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

const visit = () => page.goto(site.address, { timeout: 60_000 });

it('with “ask only when I point at an ID”, no request leaves', async () => {
  await tell(options, 'setAskOnPoint', { on: true });
  await visit();
  await tell(options, 'enableSite', { pattern });
  await page.waitForTimeout(5000);
  expect(replica.requests).toEqual([]);
  await tell(options, 'disableSite', { pattern });
  await tell(options, 'setAskOnPoint', { on: false });
});

it('a page that plants fake IDs costs no more than its budget, and its true ones are confirmed', async () => {
  await visit();
  const without = await longestStall(5000);
  await tell(options, 'enableSite', { pattern });
  const stall = await longestStall(20_000);
  console.log(`Longest stall: ${stall} ms, without being read ${without} ms. Requests: ${replica.requests.length}.`);
  for (const { at } of replica.requests) {
    expect(replica.requests.filter((each) => each.at >= at && each.at < at + 60_000).length).toBeLessThanOrEqual(30);
  }
  const asked = replica.requests.map(({ path }) => path).join(' ');
  expect(asked).toContain('call_x9y3zp4mq7r1');
  expect(asked).toContain('50958');
  // Responsive: far from a freeze. How fast it is, the benchmark says.
  expect(stall).toBeLessThan(without + 500);
});

it('IDs of an account with DialNexa’s current routes are asked about in one request', async () => {
  const newer = await startReplica({ dialnexaGeneration: 'calls' });
  const connection = browser.connections['dialnexa'] ?? '';
  const label = 'Current routes';
  const input = { id: connection, provider: 'dialnexa', label, ...newer.of('dialnexa') };
  await tell(options, 'saveConnection', input);
  await tell(options, 'testConnection', { connection });
  newer.requests.length = 0;
  const ids = dialnexaCalls.map(({ row }) => String(row['call_id']));
  await page.route('**/together', (route) => {
    const rows = [...ids, 'call_n0n3x1st5'].map((each) => `<p>Call ID: ${each}</p>`).join('');
    return route.fulfill({ contentType: 'text/html', body: `<title>CRM</title>${rows}` });
  });
  await page.goto(`${site.address}together`);
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)))
    .toBe(ids.length);
  expect(newer.requests.map(({ path }) => path.split('?')[0])).toEqual(['/v1/calls']);
  await newer.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
