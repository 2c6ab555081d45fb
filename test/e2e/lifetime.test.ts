import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

const id = 'call_x9y3zp4mq7r1';
const pattern = 'http://127.0.0.1/*';
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;
/** The browser's own page about its extensions. */
let manager: Page;
/** Errors in the page's console. */
const errors: string[] = [];

/** Says how often the page came back from the cache. */
const counting = `<script>addEventListener('pageshow', (event) => (globalThis.returns = (globalThis.returns ?? 0) + event.persisted))</script>`;

beforeAll(async () => {
  site = await serveSite((path) => {
    const ids = path === '/one' ? [id] : [id, '50958'];
    return `<title>CRM</title>${counting}${ids.map((each) => `<p>Call ID: <b>${each}</b></p>`).join('')}`;
  });
  replica = await startReplica();
  browser = await openBrowser({ replica, backForwardCache: true });
  options = await browser.options();
  [manager, page] = [await browser.context.newPage(), await browser.context.newPage()];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site.address}one`);
  await tell(options, 'enableSite', { pattern });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  tabs: { query(query: object): Promise<{ id: number; title: string }[]> };
  storage: { session: { get(key: string): Promise<Record<string, { calls: { id: string }[] } | undefined>> } };
  action: { getBadgeText(details: object): Promise<string> };
  runtime: { reload(): void };
};

const marks = () => marksOn(page);

/** What the extension says about the page: its badge, and what the panel lists; and what the page shows of it. */
async function shown() {
  const told = await options.evaluate(async () => {
    const tab = (await chrome.tabs.query({})).find(({ title }) => title === 'CRM')!.id;
    const key = `page:${tab}`;
    const calls = (await chrome.storage.session.get(key))[key]?.calls.map((call) => call.id) ?? [];
    return { badge: await chrome.action.getBadgeText({ tabId: tab }), calls };
  });
  return { marks: await marks(), ...told };
}
const one = { marks: 1, badge: '1', calls: [id] };
const two = { marks: 2, badge: '2', calls: [id, '50958'] };
const none = { marks: 0, badge: '', calls: [] };
async function settled(wanted: object): Promise<void> {
  await expect.poll(shown, { timeout: 10_000 }).toEqual(wanted);
}
const returns = () => page.evaluate(() => (globalThis as unknown as { returns: number }).returns);
const go = (step: number) => page.evaluate((by) => history.go(by), step);

it('a page from the back/forward cache has its marks, its list and its badge again', async () => {
  await settled(one);
  await page.goto(`${site.address}two`);
  await settled(two);
  await go(-1);
  await settled(one);
  expect(await returns()).toBe(1);
  await go(1);
  await settled(two);
  expect(await returns()).toBe(1);
});

it('a page that was in the cache when its site was disabled comes back without marks', async () => {
  await tell(options, 'disableSite', { pattern });
  await settled(none);
  await go(-1);
  await settled(none);
  expect(await returns()).toBe(2);
  await tell(options, 'enableSite', { pattern });
  await settled(one);
});

const children = () => page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName));
const extra = () => page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Call ID: <b>50958</b></p>'));

it('after an update of the extension open pages are read on, and its old script leaves', async () => {
  await manager.goto('chrome://extensions');
  await manager.locator('#devMode').click();
  await page.hover('b');
  await expect.poll(children).toEqual(['head', 'body', 'div']);
  const restarted = browser.context.waitForEvent('serviceworker');
  // Reloading closes the page that asks for it.
  await options.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await restarted;
  options = await browser.options();
  await settled(one);
  await page.mouse.move(0, 500);
  await page.hover('b');
  await extra();
  await settled(two);
  // The old script's card went with it.
  await expect.poll(children).toEqual(['head', 'body', 'div']);
});

it('a page whose extension was switched off has no trace left as soon as it changes', async () => {
  await options.close();
  await manager.locator('#enableToggle').first().click();
  await extra();
  await expect.poll(marks).toBe(0);
  expect(await children()).toEqual(['head', 'body']);
  expect(errors).toEqual([]);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
