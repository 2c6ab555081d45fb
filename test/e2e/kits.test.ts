import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { providers } from '../../lib/providers';
import { serveKits } from './kits';
import { bundle } from './pageWorld';

/** Pages of components that CRMs' vendors publish, each with the tag that is there when the page is drawn. */
const pages: Record<string, string> = {
  dynamics: '[role="gridcell"]',
  freshworks: 'fw-data-table.hydrated',
  grid: '[role="gridcell"]',
  highlevel: '.composer',
  hubspot: '.ql-editor p',
  odoo: '.o_data_row',
  'salesforce/native': 'crm-record-page',
  'salesforce/synthetic': 'lightning-datatable td',
  zendesk: 'td',
};

/** As the worker hands them to a page. */
const ids = Object.fromEntries(providers.map((each) => [each.id, each.ids]));
const hosts = Object.fromEntries(providers.map((each) => [each.id, each.hosts]));

let site: Awaited<ReturnType<typeof serveKits>>;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [site, script, browser] = await Promise.all([
    serveKits(Object.keys(pages)),
    bundle(`export { scan } from './lib/detect/scan'; export { elementOf } from './lib/detect/mention';`),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

type Detect = Pick<typeof import('../../lib/detect/scan'), 'scan'> &
  Pick<typeof import('../../lib/detect/mention'), 'elementOf'>;

interface Seen {
  truth: string[];
  mentions: { id: string; reason: string; label?: string; at: string }[];
}

async function read(): Promise<Seen> {
  await page.evaluate(`${script};globalThis.ours = ours`);
  return page.evaluate(
    async ([shapes, pagesOfProviders]) => {
      const { ours, truth } = globalThis as unknown as { ours: Detect; truth: Set<string> };
      const mentions: Seen['mentions'] = [];
      for await (const found of ours.scan(document, shapes, { hosts: pagesOfProviders }))
        for (const mention of found) {
          const { id, reason, label } = mention;
          mentions.push({ id, reason, label, at: ours.elementOf(mention)?.outerHTML.slice(0, 160) ?? '' });
        }
      return { truth: [...truth], mentions };
    },
    [ids, hosts] as const,
  );
}

const total = { right: 0, missed: 0, wrong: 0 };

it.each(Object.entries(pages))('%s', async (name, drawn) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url + name);
  await page.waitForSelector(drawn, { state: 'attached', timeout: 10_000 });
  const { truth, mentions } = await read();
  const found = new Set(mentions.map(({ id }) => id));
  const missed = truth.filter((id) => !found.has(id));
  const wrong = mentions.filter(({ id }) => !truth.includes(id));
  total.right += truth.length - missed.length;
  total.missed += missed.length;
  total.wrong += wrong.length;
  console.log(`${name}: ${truth.length} IDs, ${missed.length} missed, ${wrong.length} wrong`);
  for (const id of missed) console.log(`  missed ${id}`);
  for (const mention of wrong) console.log(`  wrong ${JSON.stringify(mention)}`);
  expect(errors).toEqual([]);
  expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
});

it('precision and recall are at least 0.99 each over all pages', () => {
  const precision = total.right / (total.right + total.wrong);
  const recall = total.right / (total.right + total.missed);
  console.log(
    `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of ${total.right + total.missed} IDs on ${Object.keys(pages).length} pages`,
  );
  expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.99);
});
