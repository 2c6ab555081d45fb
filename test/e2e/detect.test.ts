import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace('.html', ''));

const ids = {
  omnidimension: [{ kind: 'bare', pattern: '[1-9]\\d{2,11}' }],
  dialnexa: [{ kind: 'prefix', pattern: '(?:call|log)_[A-Za-z0-9]+' }],
  highlevel: [{ kind: 'bare', pattern: '[0-9a-f]{24}' }],
};
const hosts = { omnidimension: ['omnidim.io'], dialnexa: ['dialnexa.com'] };

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const entry = `export { scan, scanAdded } from './lib/detect/scan'; export { rangeOf, isShown } from './lib/detect/mention';`;
  const bundle = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'detect',
    charset: 'utf8',
  });
  script = bundle.outputFiles[0]!.text;
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.route('https://crm.example.com/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: readFileSync(new URL(`${name}.html`, folder)),
    });
  });
});
afterAll(() => browser.close());

interface Seen {
  truth: string[];
  mentions: { id: string; reason: string; label?: string; at: string }[];
}

async function read(name: string): Promise<Seen> {
  await page.goto(`https://crm.example.com/${name}`);
  await page.evaluate(`${script};globalThis.detect = detect`);
  return page.evaluate(
    async ([shapes, providerHosts]) => {
      const { detect } = globalThis as unknown as { detect: typeof import('../../lib/detect/scan') };
      const mentions: Seen['mentions'] = [];
      const before = document.documentElement.outerHTML;
      for await (const found of detect.scan(document, shapes as never, { hosts: providerHosts as never }))
        for (const { id, reason, label, place } of found) {
          const element = 'node' in place ? place.node.parentElement : place.element;
          mentions.push({ id, reason, label, at: element?.outerHTML.slice(0, 120) ?? '' });
        }
      if (document.documentElement.outerHTML !== before) throw new Error('the page was changed');
      return { truth: JSON.parse(document.querySelector('#truth')!.textContent!) as string[], mentions };
    },
    [ids, hosts] as const,
  );
}

describe('accuracy', () => {
  const total = { right: 0, missed: 0, wrong: 0 };

  it.each(names)('%s', async (name) => {
    const { truth, mentions } = await read(name);
    const found = new Set(mentions.map(({ id }) => id));
    const missed = truth.filter((id) => !found.has(id));
    const wrong = mentions.filter(({ id }) => !truth.includes(id));
    total.right += truth.length - missed.length;
    total.missed += missed.length;
    total.wrong += wrong.length;
    for (const id of missed) console.log(`${name}: missed ${id}`);
    for (const mention of wrong) console.log(`${name}: wrong ${JSON.stringify(mention)}`);
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });

  it('is at least 0.99 each way over all pages', () => {
    const precision = total.right / (total.right + total.wrong);
    const recall = total.right / (total.right + total.missed);
    console.log(
      `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of ${total.right + total.missed} IDs on ${names.length} pages`,
    );
    expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.99);
  });
});
