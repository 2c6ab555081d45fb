import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labels } from '../../lib/providers/labels';
import { idShapes, providerPages } from '../../lib/providers/idShapes';
import { startChromium } from '../harness/startChromium';
import { createAccuracy } from './helpers/accuracy';
import { serveKits } from './helpers/kits';
import { bundle, openWorld, type World } from './helpers/pageWorld';

/** Pages of grids whose rows come and go: each is read once, and then only what it changes. */
const pages = ['antDesign', 'elementPlus', 'mui', 'vuetify'].map((name) => `grids/${name}`);

let site: Awaited<ReturnType<typeof serveKits>>;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [site, script, browser] = await Promise.all([
    serveKits(pages),
    bundle(`export { watch } from './lib/page/watch'; export { mentionStore } from './lib/page/mentionStore';
      export { judgeOf } from './lib/page/detect/judgeOf';
      export { elementOf, isCurrent } from './lib/page/detect/mention';`),
    startChromium('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'),
  ]);
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Watches the page in a world beside it, as the extension does. */
async function watched(): Promise<World> {
  const world = await openWorld(page);
  const rules = JSON.stringify({ ids: idShapes, hosts: providerPages, labels, rules: [] });
  await world.run(`${script};
    globalThis.ours = ours;
    globalThis.store = ours.mentionStore({ added() {}, removed() {} });
    const openShadowRoot = (element) => element.shadowRoot;
    ours.watch({ rules: ${rules}, store, openShadowRoot, judge: async () => ours.judgeOf, own() {}, settled() {}, turned() {} });
    0`);
  return world;
}

/** What is found on the page by now. */
const read = (world: World) =>
  world.run<{ id: string; at: string }[]>(`[...store.all()].filter(ours.isCurrent).map((mention) => ({
    id: mention.id, label: mention.label, at: ours.elementOf(mention).outerHTML.slice(0, 160) }))`);

/** The IDs of calls that stand on the page now, in order. */
const truth = () =>
  page.evaluate(() => {
    const { truth: all } = globalThis as unknown as { truth: Set<string> };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown = new Set<string>();
    while (walker.nextNode()) shown.add((walker.currentNode as Text).data.trim());
    return [...shown].filter((text) => all.has(text));
  });

/** Until all is found, or five seconds are over, and the page and its reader rest: neither shows anything else 600 ms later. */
async function rest(world: World): Promise<void> {
  const found = async () => (await read(world)).map(({ id }) => id);
  const missed = async () => {
    const ids = await found();
    return (await truth()).filter((id) => !ids.includes(id));
  };
  const look = async () => JSON.stringify([await truth(), await found()]);
  let last = '';
  await page.waitForTimeout(300);
  // What is missed still is told by whoever asks.
  await expect
    .poll(missed, { timeout: 5000 })
    .toEqual([])
    .catch(() => {});
  for (let now = await look(); now !== last; now = await look()) {
    last = now;
    await page.waitForTimeout(600);
  }
}

const accuracy = createAccuracy();

it.each(pages)('%s', async (name) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url + name);
  await page.waitForFunction(() => 'actions' in globalThis && document.querySelector('#app :is(td,[role="row"])'));
  const world = await watched();
  const actions = await page.evaluate(() => Object.keys((globalThis as unknown as { actions: object }).actions));
  let before: string[] = [];
  for (const action of ['load', ...actions]) {
    if (action !== 'load') await page.evaluate(`void actions[${JSON.stringify(action)}]()`);
    await expect.poll(truth, { message: `${name} changes when ${action}`, timeout: 10_000 }).not.toEqual(before);
    await rest(world);
    const now = await truth();
    before = now;
    accuracy.add(`${name}, ${action}`, now, await read(world));
  }
  expect(errors).toEqual([]);
});

afterAll(() => accuracy.print());
