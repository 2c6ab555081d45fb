import { afterAll, beforeAll, expect, it } from 'vitest';
import { longerTexts } from '../harness/longerTexts';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica, extension: await longerTexts() });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const pages = {
  'the settings': () => browser.options(),
  'the popup': () => browser.popup(),
  'a call': async () => {
    const page = await browser.callPage({ provider: 'omnidimension', id: '3517893' });
    await page.getByRole('article').waitFor();
    return page;
  },
};

it.each(Object.entries(pages))(
  '%s, its texts longer by two fifths, stands in a window of 360 pixels',
  async (_name, open) => {
    const page = await open();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByText('lorem').first().waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await page.close();
  },
);

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
