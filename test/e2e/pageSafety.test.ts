import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { serveKits } from './helpers/kits';
import { tell } from './helpers/tell';

const pages = ['safety/editors', 'safety/vue', 'salesforce/listNative', 'salesforce/listSynthetic'];

let replica: Replica;
let browser: TestBrowser;
let site: Awaited<ReturnType<typeof serveKits>>;
let options: Page;

beforeAll(async () => {
  [replica, site] = await Promise.all([startReplica(), serveKits(pages)]);
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  site.close();
});

/** What a page came to, as its own world sees it. */
interface Outcome {
  /** The whole document, shadow roots included, and what the inputs hold. */
  document: string;
  /** Every change of the document and of its shadow roots, in order. */
  changes: string[];
  problems: string[];
  /** The most places marked at once: none without the extension. */
  marked: number;
}

/** Runs in the page before anything else there: records every change, and serialises with shadow roots. */
function record(): void {
  const changes: string[] = [];
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records)
      changes.push(`${type} ${target.nodeName} ${attributeName} +${addedNodes.length} -${removedNodes.length}`);
  });
  const { observe } = observer;
  observe.call(observer, document, everything);
  const { attachShadow } = Element.prototype;
  const roots = new WeakMap<Element, ShadowRoot>();
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    observe.call(observer, root, everything);
    return root;
  };
  const { childNodes } = Object.getOwnPropertyDescriptors(Node.prototype);
  const written = (node: Node): string => {
    const inner = [...(childNodes.get!.call(node) as NodeListOf<Node>)].map(written).join('');
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node as Text).data : inner;
    const attributes = node.getAttributeNames().map((name) => ` ${name}="${node.getAttribute(name)}"`);
    const root = roots.get(node);
    const value = node instanceof HTMLInputElement ? `[${node.value}]` : '';
    return `<${node.localName}${attributes.join('')}>${value}${root ? `#(${written(root)})` : ''}${inner}</${node.localName}>\n`;
  };
  /** Until the page has changed nothing for a while: kits animate and lay out late. */
  const outcome = async () => {
    for (let count = -1; count !== changes.length; await new Promise((resolve) => setTimeout(resolve, 200)))
      count = changes.length;
    return { changes, document: written(document) };
  };
  Object.assign(globalThis, { outcome });
}

/** Opens a page and does the steps on it; after each of them, with the extension, waits until it has caught up. */
async function run(name: string, isOn: boolean, steps: ((page: Page) => Promise<unknown>)[]): Promise<Outcome> {
  const page = await browser.context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  await page.addInitScript(record);
  await page.goto(site.url + name);
  const settled = () =>
    page.evaluate(() =>
      (globalThis as unknown as { outcome(): Promise<Pick<Outcome, 'changes' | 'document'>> }).outcome(),
    );
  let marked = 0;
  for (const step of [() => Promise.resolve(), ...steps]) {
    await step(page);
    await settled();
    if (isOn) await expect.poll(() => marksOn(page), { timeout: 10_000 }).toBeGreaterThan(0);
    marked = Math.max(marked, await marksOn(page));
  }
  const outcome = await settled();
  await page.close();
  return { ...outcome, problems, marked };
}

const enable = (isOn: boolean) => tell(options, isOn ? 'enableSite' : 'disableSite', { pattern: 'http://127.0.0.1/*' });

/** Clicks what a page offers, in the order a user might: sort, refresh, edit, go to the next record and back. */
const apps: Record<string, ((page: Page) => Promise<unknown>)[]> = {
  'safety/vue': [
    (page) => page.click('#sort'),
    (page) => page.click('#refresh'),
    async (page) => {
      await page.dblclick('tr:nth-child(2) .note');
      await page.fill('.note input', 'Call ID: 3517893');
      await page.press('.note input', 'Enter');
      await page.getByRole('cell', { name: 'Call ID: 3517893' }).waitFor();
    },
    (page) => page.click('#next'),
    (page) => page.click('#sort'),
    async (page) => {
      await page.goBack();
      await page.getByRole('heading', { name: 'Ada Example' }).waitFor();
    },
    (page) => page.hover('p b'),
  ],
};
// By keyboard: these buttons follow the pointer with an animation.
for (const name of ['salesforce/listNative', 'salesforce/listSynthetic'])
  apps[name] = [
    (page) => page.locator('.sort button').press('Enter'),
    (page) => page.locator('.refresh button').press('Enter'),
    async (page) => {
      await page.locator('.edit input').fill('Call ID: 3517893');
      await page.getByRole('gridcell', { name: 'Call ID: 3517893' }).waitFor();
    },
    (page) => page.locator('th', { hasText: 'Call ID' }).getByRole('button').first().press('Enter'),
    (page) => page.locator('.next').press('Enter'),
    async (page) => {
      await page.goBack();
      await page.getByText('Ada Example').waitFor();
    },
    (page) => page.locator('.latest').hover(),
  ];

const ownHost = 'childList HTML null +1 -0';

describe('an app comes to the same with us as without', () => {
  it.each(Object.entries(apps))('%s', async (name, steps) => {
    await enable(false);
    const without = await run(name, false, steps);
    await enable(true);
    const card = (page: Page) => page.waitForFunction(() => document.documentElement.children.length === 3);
    const seen = await run(name, true, [...steps, card]);
    expect(without.marked).toBe(0);
    expect(seen.marked).toBeGreaterThan(2);
    expect(seen.problems).toEqual(without.problems);
    expect(seen.document.replace('<div></div>\n</html>', '</html>')).toBe(without.document);
    expect(without.changes.length).toBeGreaterThan(20);
    expect(seen.changes.toSpliced(seen.changes.lastIndexOf(ownHost), 1)).toEqual(without.changes);
  });
});

describe('what is written in an editor', () => {
  const typed = 'Call ID: 50958, call_p3h6tk0wsd9a <b>';
  const steps = [
    async (page: Page) => {
      await page.locator('#quill .ql-editor').pressSequentially(typed);
      await page.locator('#plain').pressSequentially(typed);
      await page.locator('#area').pressSequentially(typed);
      await page.locator('#field').pressSequentially('3517893');
      await page.frameLocator('#frame').locator('body').pressSequentially(typed);
    },
    (page: Page) => page.hover('p .call'),
    async (page: Page) => {
      await page.click('#save');
      await page.getByText('Saved').waitFor();
    },
  ];

  it('is saved byte for byte as without us', async () => {
    await enable(false);
    const without = await run('safety/editors', false, steps);
    await enable(true);
    const seen = await run('safety/editors', true, steps);
    const [one, other] = site.saved.splice(0);
    expect(one!.length).toBeGreaterThan(500);
    expect(one!.toString()).toContain(JSON.stringify(typed).slice(1, -1));
    expect(other!.equals(one!)).toBe(true);
    expect(seen.marked).toBeGreaterThan(0);
    expect(seen.problems).toEqual(without.problems);
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
