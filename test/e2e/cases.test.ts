import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { anyCall } from '../trust/anyCall';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { serveSite } from './helpers/site';
import { tell } from './helpers/tell';

/** A page made after a public report, and what “Calls on this page” holds at a provider that knows every ID. */
interface Case {
  ids: string[];
  /** IDs that a careless reader would list. */
  not: string[];
  /** Runs in the page once it was read. */
  js?: string;
  kind: string;
  /** The thread or file that it was made after. */
  src?: string;
}

const folder = new URL('../fixtures/cases/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('pages.json', folder), 'utf8')) as Record<string, Case>;

let replica: Replica;
let browser: TestBrowser;
let site: Awaited<ReturnType<typeof serveSite>>;
let panel: Page;

beforeAll(async () => {
  replica = await startReplica();
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  site = await serveSite((path) =>
    path.endsWith('.html') ? readFileSync(new URL(`pages${path}`, folder), 'utf8') : '',
  );
  browser = await openBrowser({ replica });
  const options = await browser.options();
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await options.close();
  panel = await browser.openSidePanel(await browser.popup());
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

const listed = () =>
  panel
    .getByRole('list', { name: 'Calls on this page' })
    .getByRole('button')
    .locator('> span:first-child')
    .evaluateAll((ids) => ids.map(({ textContent }) => textContent?.trim()).sort());

it.each(Object.entries(cases))('%s', async (name, { ids, js }) => {
  const page = await browser.context.newPage();
  await page.goto(`${site.address}${name}`);
  await page.waitForTimeout(700);
  if (js) await page.evaluate(js);
  await expect.poll(listed, { timeout: 5000 }).toEqual([...ids].sort());
  // What is wrong may come later than what is right.
  await page.waitForTimeout(400);
  expect(await listed()).toEqual([...ids].sort());
  await page.close();
});
