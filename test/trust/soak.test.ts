import type { Page } from 'playwright-core';
import { type Browser, connect, TargetType } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { type Replica, startReplica } from '../harness/replica';
import { count } from './count';
import { report } from './report';

const ids = ['call_x9y3zp4mq7r1', '50958'];
let replica: Replica;
let browser: TestBrowser;
/** A second connection: the driver does not measure workers. */
let debug: Browser;
let options: Page;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((path) => {
    const rows = Array.from({ length: 30 }, (_, row) => `<p>Order ${path.slice(1)}${row}</p>`).join('');
    return `<title>CRM</title>${ids.map((id) => `<p>Call ID: <b>${id}</b></p>`).join('')}<main>${rows}</main>`;
  });
  replica = await startReplica();
  browser = await openBrowser({ replica });
  debug = await connect({ browserURL: await browser.devtools() });
  options = await browser.options();
  page = await browser.context.newPage();
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
});
afterAll(async () => {
  await debug.disconnect();
  await browser.close();
  await replica.close();
  site.close();
});

/** Bytes of JavaScript's heap in the worker and the page, once it is marked, after a collection. */
async function heap(): Promise<{ worker: number; page: number }> {
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  const used = async (type: TargetType, url: string) => {
    const target = await debug.waitForTarget((each) => each.type() === type && each.url().startsWith(url));
    const session = await target.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  };
  return {
    worker: await used(TargetType.SERVICE_WORKER, browser.worker.url()),
    page: await used(TargetType.PAGE, site.address),
  };
}

/** Reads a call that is known already, as a user does all day: what was answered is nobody's any more. */
const readCall = () =>
  tell(options, 'getCall', {
    ref: { provider: 'omnidimension', connection: browser.connections['omnidimension']!, id: '50958' },
    refresh: false,
    request: crypto.randomUUID(),
  });

const perTab = 100;
const open = async () => void (page = await browser.context.newPage());

/** Goes to so many pages of the site, each of which then changes five times, and reads three calls beside each. */
async function navigate(from: number, to: number): Promise<void> {
  for (let index = from; index < to; index++) {
    // A tab that goes on faster than any user is not read for the rest of the minute.
    if (index % perTab === 0) await page.close().then(open);
    await page.goto(`${site.address}${index % 50}/`);
    await page.evaluate(async () => {
      const rows = document.querySelectorAll('main p');
      for (let batch = 0; batch < 5; batch++) {
        for (const row of rows) row.textContent = `Order ${batch} of call ID 6${batch}123`;
        await new Promise((done) => setTimeout(done));
      }
    });
    for (let call = 0; call < 3; call++) expect(await readCall()).toHaveProperty('call');
  }
}

it('a day of navigations leaves the memory as it was', { timeout: 3_000_000 }, async () => {
  const navigations = count(180, 10_000);
  const warm = count(90, 2500);
  await navigate(0, warm);
  const before = await heap();
  await navigate(warm, navigations);
  const after = await heap();
  const [inWorker, inPage] = [after.worker / before.worker, after.page / before.page];
  report(
    'R15',
    'The heap of worker and page is at most 1.10 times what it was after warming up',
    `${navigations} navigations, ${navigations * 5} batches of changes: worker ${inWorker.toFixed(2)}, page ${inPage.toFixed(2)}`,
  );
  expect(Math.max(inWorker, inPage)).toBeLessThanOrEqual(1.1);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
