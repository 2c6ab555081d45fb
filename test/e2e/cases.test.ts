import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedOf, readPage } from '../fixtures/cases/readPage';
import { type EnabledSite, openEnabledSite } from './helpers/openEnabledSite';

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

let site: EnabledSite;
let panel: Page;

beforeAll(async () => {
  site = await openEnabledSite(readPage);
  panel = await site.browser.openSidePanel(await site.browser.popup());
});
afterAll(() => site.close());

const listed = () =>
  panel
    .getByRole('list', { name: 'Calls on this page' })
    .getByRole('button')
    .locator('> span:first-child')
    .evaluateAll((ids) => ids.map(({ textContent }) => textContent?.trim()).sort());

it.each(Object.entries(expectedOf<Case>('pages')))('%s', async (name, { ids, js }) => {
  const page = await site.browser.context.newPage();
  await page.goto(`${site.address}${name}`);
  await page.waitForTimeout(700);
  if (js) {
    await page.evaluate(js);
    // What was listed before is no answer.
    await page.waitForTimeout(700);
  }
  await expect.poll(listed, { timeout: 5000 }).toEqual([...ids].sort());
  // What is wrong may come later than what is right.
  await page.waitForTimeout(400);
  expect(await listed()).toEqual([...ids].sort());
  await page.close();
});
