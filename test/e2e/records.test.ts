import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goThroughRecords, recordsPage, told } from '../harness/records';
import { anyId } from '../trust/anyCall';
import { type EnabledSite, openEnabledSite } from './helpers/openEnabledSite';

const many = Array.from({ length: 40 }, (_, index) => anyId['dialnexa']!(1000 + index));
const list = many.map((id) => `<p>Call ID: ${id}</p>`).join('');
const fakes = [...Array(60).keys()].map((index) => `<p>Call log ID: ${60_000_000 + index}</p>`).join('');
let site: EnabledSite;
let page: Page;

beforeAll(async () => {
  site = await openEnabledSite((path) => (path === '/list' ? list : path === '/fakes' ? fakes : recordsPage));
  page = await site.browser.context.newPage();
});
afterAll(() => site.close());

/** How soon is what `npm run bench` shows. */
it('who opens a record a second sees each of its five calls marked, within two seconds at worst', async () => {
  await page.goto(site.address);
  await page.waitForTimeout(500);
  const waits = await goThroughRecords(page, 12);
  expect(waits).toHaveLength(60);
  expect(told(waits).worst).toBeLessThanOrEqual(2000);
});

it('a known call is marked in another tab without a request', async () => {
  site.replica.requests.length = 0;
  const other = await site.browser.context.newPage();
  await other.goto(site.address);
  await other.waitForTimeout(500);
  expect(told(await goThroughRecords(other, 2)).worst).toBeLessThanOrEqual(2000);
  expect(site.replica.requests).toEqual([]);
  await other.close();
});

it('a list of 40 calls is marked whole, though they take more than thirty requests', async () => {
  const shown = await site.browser.context.newPage();
  await shown.goto(`${site.address}list`);
  const marked = new Set<string>();
  const look = async () => {
    for (const text of await shown.evaluate(() =>
      [...CSS.highlights.values()].flatMap((all) =>
        [...all].map(({ startContainer }) => startContainer.textContent ?? ''),
      ),
    ))
      marked.add(text);
    return marked.size;
  };
  await expect.poll(look, { timeout: 8000 }).toBeGreaterThan(20);
  // Marks are painted near the screen alone.
  await shown.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(look, { timeout: 20_000 }).toBe(many.length);
  await shown.close();
});

it('IDs that are none cost thirty requests a minute, and the panel says that others wait', async () => {
  site.replica.override('omnidimension', undefined);
  site.replica.requests.length = 0;
  const panel = await site.browser.openSidePanel(await site.browser.popup());
  const planted = await site.browser.context.newPage();
  await planted.goto(`${site.address}fakes`);
  const asked = () => site.replica.requests.filter(({ path }) => path.includes('/6000'));
  await expect.poll(asked).toHaveLength(30);
  await panel.getByText('Waiting, to ask the provider for a few calls at a time').first().waitFor();
  await planted.waitForTimeout(3000);
  expect(asked()).toHaveLength(30);
  await planted.close();
});

it('none of this was an error of ours', () => expect(site.browser.problems).toEqual([]));
