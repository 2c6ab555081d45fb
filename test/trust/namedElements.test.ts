import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { marksOn } from '../e2e/helpers/marksOn';
import { serveSite } from '../e2e/helpers/site';
import { tell } from '../e2e/helpers/tell';
import { type Replica, startReplica } from '../harness/replica';
import { report } from './report';

const pattern = 'http://127.0.0.1/*';
/** Our names of old, the browser's, and those that the scripts in a page take from the window or the document. */
const names = (
  'callLogInspector callLogMarks call-log-inspector chrome browser runtime CSS URL Map Highlight Node NodeFilter HTMLInputElement MutationObserver IntersectionObserver AbortController ' +
  'addEventListener setTimeout performance navigation scheduler location getComputedStyle body documentElement hidden createTreeWalker querySelectorAll getElementsByTagName children'
).split(' ');
const kinds: Record<string, (name: string) => string> = {
  elements: (name) => `<i id="${name}"></i>`,
  pairs: (name) => `<a id="${name}"></a><a id="${name}" name="${name}"></a>`,
  forms: (name) => `<form name="${name}"><input name="name"><input name="id"><input name="action"></form>`,
  images: (name) => `<img name="${name}" alt="">`,
  frames: (name) => `<iframe name="${name}" hidden></iframe>`,
  'frames of another origin': (name) => `<iframe name="${name}" src="http://localhost:9/" hidden></iframe>`,
};

let replica: Replica;
let browser: TestBrowser;
let options: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((path) => {
    const kind = kinds[decodeURIComponent(path.slice(1))];
    return `<title>CRM</title>${kind ? names.map(kind).join('') : ''}<p>Call ID: <b>50958</b>`;
  });
  replica = await startReplica();
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** Opens a page with names of one kind; whether its call comes to be marked. */
async function isRead(kind: string, enabled: () => Promise<unknown>): Promise<boolean> {
  const page = await browser.context.newPage();
  await page.goto(site.address + encodeURIComponent(kind), { waitUntil: 'domcontentloaded' });
  await enabled();
  const isMarked = await expect
    .poll(() => marksOn(page), { timeout: 5_000 })
    .toBe(1)
    .then(
      () => true,
      () => false,
    );
  await page.close();
  return isMarked;
}

it('no element and no frame that a page names stops the reading', { timeout: 90_000 }, async () => {
  await tell(options, 'enableSite', { pattern });
  const read: string[] = [];
  for (const kind of Object.keys(kinds)) if (await isRead(kind, async () => {})) read.push(kind);
  report(
    'R9',
    'A page that names elements or frames as the browser’s objects or ours is read all the same',
    `${read.length} of ${Object.keys(kinds).length} kinds of ${names.length} names`,
  );
  expect(read).toEqual(Object.keys(kinds));
  await tell(options, 'disableSite', { pattern });
});

it('nor where the page stood there before its site was enabled', { timeout: 60_000 }, async () => {
  for (const kind of ['elements', 'pairs', 'images', 'forms']) {
    expect(await isRead(kind, () => tell(options, 'enableSite', { pattern })), kind).toBe(true);
    await tell(options, 'disableSite', { pattern });
  }
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
