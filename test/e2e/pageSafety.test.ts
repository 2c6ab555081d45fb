import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../../demo/replica';
import { openBrowser, type TestBrowser } from './browser';
import { serveKits } from './kits';
import { tell } from './tell';

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
  Object.assign(globalThis, { outcome: () => ({ changes, document: written(document) }) });
}

const marks = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0));

/** Opens a page and does the steps on it; after each of them, with the extension, waits until it has caught up. */
async function run(name: string, isOn: boolean, steps: ((page: Page) => Promise<unknown>)[]): Promise<Outcome> {
  const page = await browser.context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  await page.addInitScript(record);
  await page.goto(site.url + name);
  let marked = 0;
  for (const step of [() => Promise.resolve(), ...steps]) {
    await step(page);
    if (isOn) await expect.poll(() => marks(page), { timeout: 10_000 }).toBeGreaterThan(0);
    marked = Math.max(marked, await marks(page));
  }
  const outcome = await page.evaluate(() =>
    (globalThis as unknown as { outcome(): Pick<Outcome, 'changes' | 'document'> }).outcome(),
  );
  await page.close();
  return { ...outcome, problems, marked };
}

const enable = (isOn: boolean) =>
  tell(options, isOn ? 'enableSite' : 'disableSite', { pattern: 'http://127.0.0.1/*' });
