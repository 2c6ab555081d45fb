import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { type Replica, startReplica } from '../harness/replica';
import { count } from './count';
import { report } from './report';

const ids = ['call_x9y3zp4mq7r1', '50958'];
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let manager: Page;
let pages: Page[];
let site: Awaited<ReturnType<typeof serveSite>>;
const errors: string[] = [];

beforeAll(async () => {
  site = await serveSite(() => `<title>CRM</title>${ids.map((id) => `<p>Call ID: <b>${id}</b></p>`).join('')}`);
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
  // Without it the browser would not start an unpacked extension again.
  manager = await browser.context.newPage();
  await manager.goto('chrome://extensions');
  await manager.locator('#devMode').click();
  pages = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const page = await browser.context.newPage();
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(site.address);
      return page;
    }),
  );
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: { runtime: { reload(): void } };

/** Our elements in a page's document. */
const elementsOn = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

/** Read, and pointed at: of all scripts that ever ran in the page, one shows a card. */
async function expectRead(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(0, 500);
  await expect.poll(() => marksOn(page), { timeout: 15_000 }).toBe(ids.length);
  await page.hover('b');
  await expect.poll(() => elementsOn(page), { timeout: 15_000 }).toBe(1);
  await page.mouse.move(0, 500);
}

it('open pages are read on after every reload of the extension, once each', { timeout: 900_000 }, async () => {
  const rounds = count(3, 100);
  let read = 0;
  for (let round = 0; round < rounds; round++) {
    const restarted = browser.context.waitForEvent('serviceworker');
    // Reloading closes the page that asks for it.
    await options.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await restarted;
    options = await browser.options();
    for (const page of pages) {
      await expectRead(page);
      read += 1;
    }
  }
  report(
    'R9',
    'Open pages are read on after a reload of the extension; nothing of its old script stays or throws',
    `${read} of ${rounds * pages.length} pages read after ${rounds} reloads, ${errors.length} errors`,
  );
  expect(errors).toEqual([]);
});

it('a page that forges the event by which scripts give way is read on', async () => {
  const [page] = pages as [Page];
  await page.bringToFront();
  const forged = 1000;
  await page.evaluate(
    ([times, id]) => {
      for (let time = 0; time < times; time++) {
        for (const name of ['crm', 'marks']) {
          const type = `${id}:${name}:wxt:content-script-started`;
          const detail = { type, contentScriptName: name, messageId: String(time) };
          document.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
          window.postMessage(detail, '*');
        }
        document.dispatchEvent(new CustomEvent('call-log-inspector', { detail: time }));
      }
    },
    [forged, browser.id] as const,
  );
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Call ID: <b>call_abc123</b></p>'));
  await expect.poll(() => marksOn(page)).toBe(ids.length + 1);
  report('R9', 'A page cannot make the content script give way', `read on after ${forged} forged events`);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
