import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../lib/language/languages';
import { startCrm } from '../harness/crm';
import { cutTexts } from '../harness/cutTexts';
import { type Replica, startReplica } from '../harness/replica';
import { screens } from '../harness/screens';
import { serveOddCalls } from '../harness/stage';
import { chooseLanguage, enableSite } from '../harness/steps';
import { sayIn } from '../harness/texts';
import { openBrowser, type TestBrowser } from './helpers/browser';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Inside the page, once its source ran there. */
declare const axe: { run(options: { resultTypes: ['violations'] }): Promise<AxeResults> };

let replica: Replica;
let site: Awaited<ReturnType<typeof startCrm>>;
let browser: TestBrowser;
let options: Page;
let crm: Page;

beforeAll(async () => {
  replica = await startReplica();
  serveOddCalls(replica);
  site = await startCrm();
  browser = await openBrowser({ replica });
  options = await browser.options();
  await enableSite(options, site.url);
  crm = await browser.context.newPage();
  await crm.goto(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await replica.close();
});

describe.each(languages)('in %s', (language) => {
  const say = sayIn(language);

  beforeAll(() => chooseLanguage(options, language));

  it.each(screens)('nothing is cut, and nothing in the way of anybody: $name', async ({ set }) => {
    const page = await set({ extension: browser, replica, crm }, say);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      // The browser's own language may be one of a country.
      expect.stringMatching(new RegExp(`^${language}(?:-|$)`)),
      say('locale.direction'),
    ]);
    // A color that is on its way to another has no contrast of its own.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const width of [360, 380]) {
      await page.setViewportSize({ width, height: 850 });
      found.push(...(await cutTexts(page)).map((each) => `${width}: ${each}`));
    }
    await page.evaluate(source);
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
    found.push(
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    );
    await page.close();
    expect(found).toEqual([]);
  });
});

it('nothing else went wrong', () => expect(browser.problems).toEqual([]));
