import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { expectedOf, readPage } from '../fixtures/cases/readPage';
import { type EnabledSites, openEnabledSites } from './helpers/openEnabledSite';

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

let sites: EnabledSites;

beforeAll(async () => {
  sites = await openEnabledSites(3, readPage);
});
afterAll(() => sites.close());

const listedIn = (panel: Page) => () =>
  panel
    .getByRole('list', { name: 'Calls on this page' })
    .getByRole('button')
    .evaluateAll((rows) => rows.map(({ textContent }) => textContent?.trim().split(/\s/)[0]).sort());

it.concurrent.for(Object.entries(expectedOf<Case>('pages')))('%s', ([name, { ids, js }], { expect }) =>
  sites.use(async ({ site, panel }) => {
    const listed = listedIn(panel);
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
  }),
);

it('none of this was an error of ours', ({ expect }) => expect(sites.problems()).toEqual([]));
