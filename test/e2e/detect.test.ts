import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../harness/startChromium';
import type { ProviderIds } from '../../lib/page/detect/idShapes';
import type { Mention } from '../../lib/page/detect/mention';
import type { ScanOptions } from '../../lib/page/detect/scan';
import { idShapes, providerPages } from '../../lib/providers/idShapes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tideIds, tideLabels, tidePages } from '../fixtures/providers/tides';
import { uuidPage } from '../fixtures/uuidPage';
import { createAccuracy } from './helpers/accuracy';

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace('.html', ''));

/** As the pages of these tests call it: with the product's labels. */
interface Detect {
  scan(root: Document, ids: ProviderIds, options?: Partial<ScanOptions>): AsyncGenerator<Mention[]>;
  scanAdded(nodes: Iterable<Node>, ids: ProviderIds, options?: Partial<ScanOptions>): Mention[];
  isShown(mention: Mention): boolean;
}

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const entry = `
    import * as detect from './lib/page/detect/scan';
    import { labels } from './lib/providers/labels';
    import { judgeOf } from './lib/page/detect/judgeOf';
    const openShadowRoot = (element) => element.shadowRoot;
    export const scan = (root, ids, options) => detect.scan(root, ids, { labels, openShadowRoot, judgeOf, ...options });
    export const scanAdded = (nodes, ids, options) => detect.scanAdded(nodes, ids, { labels, openShadowRoot, judgeOf, ...options });
    export { rangeOf, isShown } from './lib/page/detect/mention';`;
  const bundle = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'detect',
    charset: 'utf8',
  });
  script = bundle.outputFiles[0]!.text;
  browser = await startChromium();
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
      const { detect } = globalThis as unknown as { detect: Detect };
      const mentions: Seen['mentions'] = [];
      const before = document.documentElement.outerHTML;
      for await (const found of detect.scan(document, shapes as never, { hosts: providerHosts as never }))
        for (const mention of found) {
          if (!detect.isShown(mention)) continue;
          const { id, reason, label, place } = mention;
          const element = 'node' in place ? place.node.parentElement : place.element;
          mentions.push({ id, reason, label, at: element?.outerHTML.slice(0, 120) ?? '' });
        }
      if (document.documentElement.outerHTML !== before) throw new Error('the page was changed');
      return { truth: JSON.parse(document.querySelector('#truth')!.textContent!) as string[], mentions };
    },
    [idShapes, providerPages] as const,
  );
}

describe('accuracy', () => {
  const accuracy = createAccuracy();

  it.each(names)('%s', async (name) => {
    const { truth, mentions } = await read(name);
    accuracy.add(name, truth, mentions);
  });

  afterAll(() => accuracy.print());
});

/** Sets a page's body. Returns what `work` finds there; `work` runs in the page. */
async function inPage<T>(html: string, work: (detect: Detect, shapes: ProviderIds) => T | Promise<T>): Promise<T> {
  await page.goto('https://crm.example.com/generic');
  await page.evaluate(`${script};globalThis.detect = detect`);
  await page.evaluate((body) => (document.body.innerHTML = body), html);
  return page.evaluate(`(${work.toString()})(detect, ${JSON.stringify(idShapes)})`) as Promise<T>;
}

it('a page of 10,000 UUIDs', async () => {
  const { html, ids, uuids } = uuidPage();
  expect(uuids).toBeGreaterThan(10_000);
  await page.goto('https://crm.example.com/generic');
  await page.evaluate(`${script};globalThis.detect = detect`);
  await page.setContent(html);
  const found = await page.evaluate(
    async ([shapes, hosts, labels]) => {
      const { detect } = globalThis as unknown as { detect: Detect };
      const mentions: { id: string; providers: string[] }[] = [];
      for await (const some of detect.scan(document, shapes, { hosts, labels }))
        mentions.push(...some.map(({ id, providers }) => ({ id, providers })));
      return mentions;
    },
    [tideIds, tidePages, tideLabels] as const,
  );
  expect(found.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  const whose = Map.groupBy(found, ({ providers }) => String(providers));
  expect([...whose.keys()].sort()).toEqual(['ebbtide', 'ebbtide,floodtide', 'floodtide']);
});

describe('changes', () => {
  it('reads an added cell by the header it was not added with', async () => {
    const table = '<table><tr><th>Name</th><th>Call ID</th></tr><tr id="row"><td>Ann 70001</td><td></td></tr></table>';
    const found = await inPage(table, (detect, shapes) => {
      const cell = document.querySelector('#row')!.children[1]!;
      cell.textContent = '50958';
      return detect.scanAdded(cell.childNodes, shapes as never).map(({ id, label }) => [id, label]);
    });
    expect(found).toEqual([['50958', 'Call ID']]);
  });

  it('reads nothing of removed nodes, of our own host or of an editor', async () => {
    const found = await inPage(
      '<div id="own">Call ID 50958</div><div contenteditable>Call ID 50959</div>',
      (detect, shapes) => {
        const removed = document.createElement('p');
        removed.textContent = 'Call ID 50960';
        const nodes = [removed, ...document.body.children];
        return detect.scanAdded(nodes, shapes as never, { own: document.querySelector('#own')! }).length;
      },
    );
    expect(found).toBe(0);
  });
});

describe('labels', () => {
  /** The IDs found on a page of this body. */
  const found = (html: string) =>
    inPage(html, async (detect, shapes) => {
      const seen: string[] = [];
      for await (const mentions of detect.scan(document, shapes as never)) for (const { id } of mentions) seen.push(id);
      return seen.sort();
    });

  it('of columns are read in rows without roles, however far below', async () => {
    const row = (...cells: (string | number)[]) =>
      `<div class="row">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div>`;
    const rows = Array.from({ length: 300 }, (_, index) => row('Ann', 50_000 + index, 70_000 + index));
    const head = '<div class="head"><div>Name</div><div>Call ID <button>Sort</button></div><div>Order</div></div>';
    const all = Array.from({ length: 300 }, (_, index) => String(50_000 + index));
    expect(await found(`<div>${head}${rows.join('')}</div>`)).toEqual(all);
    expect(await found(`<div>${head}</div><div>${rows.join('')}</div>`)).toEqual(all);
  });

  it('of such columns are not taken from the first of equal rows', async () => {
    const row = (...cells: string[]) => `<li class="row">${cells.map((cell) => `<i>${cell}</i>`).join('')}</li>`;
    expect(await found(`<ul>${row('1', 'Missing call ID', 'open')}${row('2', '50958', 'open')}</ul>`)).toEqual([]);
  });

  it('stand before buttons, and end no value', async () => {
    expect(await found('<div><b>Call ID</b><button>Details</button></div><span>50958</span>')).toEqual(['50958']);
    expect(await found('<p><b>50957</b> (Call ID)</p><p>50958</p>')).toEqual([]);
  });

  it('are no members in minified code', async () => {
    expect(await found('<pre>e.call_id=50958;t.callId=50959</pre><p>event.call_id=50960</p>')).toEqual(['50960']);
  });

  it('are read of text that stands directly in a shadow root', async () => {
    const html = '<b>Call ID</b> <x-text></x-text>';
    const seen = await inPage(html, async (detect, shapes) => {
      document.querySelector('x-text')!.attachShadow({ mode: 'open' }).textContent = '50958';
      const texts: string[] = [];
      for await (const mentions of detect.scan(document, shapes as never))
        for (const { id } of mentions) texts.push(id);
      return texts;
    });
    expect(seen).toEqual(['50958']);
  });
});

describe('options', () => {
  it('opens closed shadow roots when it is told how', async () => {
    const found = await inPage('<x-field></x-field><div id="plain"></div>', async (detect, shapes) => {
      const roots = new Map<Element, ShadowRoot>();
      for (const [index, host] of [...document.body.children].entries()) {
        const root = host.attachShadow({ mode: 'closed' });
        root.innerHTML = `<span>Call ID</span><b>5095${index}</b>`;
        roots.set(host, root);
      }
      const readWith = async (options: object) => {
        const seen: string[] = [];
        for await (const mentions of detect.scan(document, shapes as never, options))
          for (const { id } of mentions) seen.push(id);
        return seen.sort();
      };
      return [await readWith({}), await readWith({ openShadowRoot: (element: Element) => roots.get(element) ?? null })];
    });
    expect(found).toEqual([[], ['50950', '50951']]);
  });

  it('follows the rules of the site', async () => {
    const html = `<dl><dt>Bot run</dt><dd>50958</dd><dt>Other run</dt><dd>50959</dd></dl><p>Job OMNI-50960 done</p><p>Call ID 50961</p>
      <table><tr><th>Bot run</th></tr><tr><td>50962</td></tr></table>`;
    const found = await inPage(html, async (detect, shapes) => {
      const seen: string[] = [];
      const rules = [
        { kind: 'label', label: 'Bot run', provider: 'omnidimension' },
        { kind: 'pattern', pattern: 'OMNI-(\\d+)', provider: 'omnidimension' },
        { kind: 'not', id: '50961' },
      ];
      for await (const mentions of detect.scan(document, shapes as never, { rules: rules as never }))
        for (const { id, reason } of mentions) seen.push(`${id} ${reason}`);
      return seen.sort();
    });
    expect(found).toEqual(['50958 rule', '50960 rule', '50962 rule']);
  });

  it('stops when it is told to', async () => {
    const found = await inPage('<p>Call ID 50958</p>'.repeat(20_000), async (detect, shapes) => {
      const controller = new AbortController();
      let count = 0;
      for await (const mentions of detect.scan(document, shapes as never, {
        signal: controller.signal,
        limit: 100_000,
      })) {
        count += mentions.length;
        controller.abort();
      }
      return count;
    });
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(20_000);
  });

  it('takes no more than it may, and finds every one of many equal rows', async () => {
    const counts = await inPage('<p>Call ID 50958 was a good call</p>'.repeat(3_000), async (detect, shapes) => {
      const count = async (limit: number) => {
        let sum = 0;
        for await (const mentions of detect.scan(document, shapes as never, { limit })) sum += mentions.length;
        return sum;
      };
      return [await count(10_000), await count(500)];
    });
    expect(counts).toEqual([3_000, 500]);
  });
});
