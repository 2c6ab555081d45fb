import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../harness/startChromium';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labels } from '../../lib/providers/labels';
import { idShapes, providerPages } from '../../lib/providers/idShapes';
import { createAccuracy } from './helpers/accuracy';
import { serveKits } from './helpers/kits';
import { bundle, openWorld } from './helpers/pageWorld';

/** Pages made of the components that CRMs' vendors publish. */
const pages = [
  'dynamics',
  'freshworks',
  'grid',
  'highlevel',
  'hubspot',
  'odoo',
  'pipedrive',
  'salesforce/native',
  'salesforce/synthetic',
  'zendesk',
];

let site: Awaited<ReturnType<typeof serveKits>>;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [site, script, browser] = await Promise.all([
    serveKits(pages),
    bundle(
      `export { scan } from './lib/page/detect/scan'; export { judgeOf } from './lib/page/detect/judgeOf'; export { elementOf } from './lib/page/detect/mention';`,
    ),
    // The kits' icons and fonts come from elsewhere.
    startChromium('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'),
  ]);
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

interface Mention {
  id: string;
  reason: string;
  label?: string;
  /** The element it is in. */
  at: string;
}

/** What is found on the page, in a world beside the page's: some kits change what the page's own world sees of the document. */
async function read(): Promise<Mention[]> {
  const world = await openWorld(page);
  await world.run(`${script}; globalThis.ours = ours; 0`);
  return world.run(`(async () => {
    const mentions = [];
    for await (const found of ours.scan(document, ${JSON.stringify(idShapes)}, { ...${JSON.stringify({ hosts: providerPages, labels })}, judgeOf: ours.judgeOf, openShadowRoot: (element) => element.shadowRoot }))
      for (const mention of found) {
        const { id, reason, label } = mention;
        mentions.push({ id, reason, label, at: ours.elementOf(mention).outerHTML.slice(0, 160) });
      }
    return mentions;
  })()`);
}

/** Runs in the page: whether every true ID stands in it, those in inputs on screen. */
function isDrawn(): boolean {
  const { truth } = globalThis as unknown as { truth?: Set<string> };
  const textOf = (root: ParentNode): string =>
    [root.textContent, ...root.querySelectorAll('*')]
      .map((at) => {
        if (!(at instanceof Element)) return at;
        const value = at instanceof HTMLInputElement ? at.checkVisibility() && at.value : at.getAttribute('href');
        return `${value} ${at.shadowRoot ? textOf(at.shadowRoot) : ''}`;
      })
      .join(' ');
  const text = textOf(document.body);
  return truth !== undefined && [...truth].every((id) => text.includes(id));
}

const accuracy = createAccuracy();

it.each(pages)('%s', async (name) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url + name);
  await page.waitForFunction(isDrawn, undefined, { timeout: 10_000 });
  const truth = await page.evaluate(() => [...(globalThis as unknown as { truth: Set<string> }).truth]);
  const mentions = await read();
  expect(errors).toEqual([]);
  accuracy.add(name, truth, mentions);
});

afterAll(() => accuracy.print());
