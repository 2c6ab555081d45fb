import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

const id = 'call_x9y3zp4mq7r1';
const pattern = 'http://127.0.0.1/*';
/** What only an extension can read. */
const closed = `<x-call></x-call><script>
  document.querySelector('x-call').attachShadow({ mode: 'closed' }).innerHTML = '<p>Call ID: <b>50958</b></p>';
</script>`;
let replica: Replica;
let browser: TestBrowser;
let options: Page;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite(
    (path) => `<title>CRM</title><p>Call ID: <b>${id}</b></p><button>Go</button>${path === '/?closed' ? closed : ''}`,
  );
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
  page = await browser.context.newPage();
  await page.goto(site.address);
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[]; allFrames: boolean }[]> };
  tabs: { query(query: object): Promise<{ id: number; title: string }[]> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
  action: { getBadgeText(details: object): Promise<string> };
};

const registered = () =>
  options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches));
const state = () =>
  options.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    // Titles are told of permitted pages alone.
    const tab = tabs.find(({ title }) => title === 'CRM')!;
    const key = `page:${tab.id}`;
    const shown = (await chrome.storage.session.get(key))[key] as { calls: { state: string }[] } | undefined;
    return {
      badge: await chrome.action.getBadgeText({ tabId: tab.id }),
      states: shown?.calls.map((each) => each.state),
    };
  });
async function settled(badge: string): Promise<void> {
  await expect.poll(async () => (await state()).badge, { timeout: 10_000 }).toBe(badge);
}
const marks = () => marksOn(page);

it('every shortcut that is suggested is free in this browser', async () => {
  const commands = await options.evaluate(() => chrome.commands.getAll());
  const without = commands.filter(({ shortcut }) => !shortcut).map(({ name }) => name);
  // The toolbar's button needs none.
  expect(without).toEqual(['_execute_action']);
});

it('nothing is read before a site is enabled', async () => {
  expect(await registered()).toEqual([]);
  expect((await state()).states).toBeUndefined();
});

it('enabling reads the tabs that are open, and counts their calls', async () => {
  expect((await tell(options, 'enableSite', { pattern })).map((each) => each.pattern)).toEqual([pattern]);
  expect(await registered()).toEqual([[pattern], [pattern]]);
  await settled('1');
  expect((await state()).states).toEqual(['confirmed']);
  expect(await marks()).toBe(1);
});

it('enabling twice reads a page once', async () => {
  await tell(options, 'enableSite', { pattern });
  expect(await registered()).toEqual([[pattern], [pattern]]);
  expect(await marks()).toBe(1);
});

it('a permission the browser did not give registers nothing', async () => {
  await tell(options, 'enableSite', { pattern: 'https://crm.example.com/*' });
  expect(await registered()).toEqual([[pattern], [pattern]]);
  await tell(options, 'disableSite', { pattern: 'https://crm.example.com/*' });
});

it('the next page of the site is read too, and the one after leaving is not', async () => {
  await page.goto(`${site.address}?2`);
  await settled('1');
  await page.goto('about:blank');
  await expect
    .poll(() =>
      options.evaluate(async () =>
        Object.keys(await chrome.storage.session.get(null as never)).filter((key) => /^(page|frames):/.test(key)),
      ),
    )
    .toEqual([]);
  await page.goto(site.address);
  await settled('1');
});

it('a call inside a closed shadow root is read and marked', async () => {
  await page.goto(`${site.address}?closed`);
  await settled('2');
  expect(await marks()).toBe(2);
  await page.goto(site.address);
  await settled('1');
});

it('“not a call ID” holds at once', async () => {
  await tell(options, 'saveRules', { pattern, rules: [{ kind: 'not', id }] });
  await settled('');
  await tell(options, 'saveRules', { pattern, rules: [] });
  await settled('1');
});

it('disabling ends it in open tabs, without a trace', async () => {
  await tell(options, 'disableSite', { pattern });
  expect(await registered()).toEqual([]);
  await expect.poll(marks).toBe(0);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  expect(await state()).toEqual({ badge: '', states: undefined });
});

it('what a site was taught is there again when it is enabled again', async () => {
  await tell(options, 'enableSite', { pattern });
  await tell(options, 'saveRules', { pattern, rules: [{ kind: 'not', id }] });
  await settled('');
  await tell(options, 'disableSite', { pattern });
  expect(await registered()).toEqual([]);
  expect(await tell(options, 'enableSite', { pattern })).toEqual([{ pattern, rules: [{ kind: 'not', id }] }]);
  await expect.poll(async () => (await state()).states).toEqual([]);
  await tell(options, 'saveRules', { pattern, rules: [] });
  await settled('1');
  expect(await tell(options, 'disableSite', { pattern })).toEqual([]);
  await settled('');
});

it('a tab can be read just this once', async () => {
  const tab = await options.evaluate(
    async () => (await chrome.tabs.query({})).find(({ title }) => title === 'CRM')!.id,
  );
  expect(await tell(options, 'readOnce', { tab })).toBe(true);
  await settled('1');
  await page.goto(`${site.address}?3`);
  await expect.poll(state).toEqual({ badge: '', states: undefined });
});

it('a page the browser keeps to itself cannot be read', async () => {
  const own = await browser.context.newPage();
  await own.goto('chrome://version');
  const tabs = await options.evaluate(async () => (await chrome.tabs.query({})).map((each) => each.id));
  expect(await tell(options, 'readOnce', { tab: Math.max(...tabs) })).toBe(false);
  await own.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
