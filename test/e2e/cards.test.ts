import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { expectedOf, readPage } from '../fixtures/cases/readPage';
import { cardButton } from './helpers/cardButton';
import { type EnabledSites, openEnabledSites } from './helpers/openEnabledSite';

/** A page whose ID the pointer rests on. */
interface Card {
  id: string;
  expected: string;
}

const covered = `<!doctype html><body style="margin:60px;font:16px sans-serif"><p>Call ID: <b>50958</b></p>
  <div style="position:fixed;inset:0;background:#fff"></div></body>`;

let sites: EnabledSites;

beforeAll(async () => {
  sites = await openEnabledSites(2, (path) => (path === '/covered' ? covered : readPage(path)));
});
afterAll(() => sites.close());

/** Waits until the page's call is listed, hence known. Returns the inspector of the page. */
async function inspectorOf(page: Page, panel: Page, id: string): Promise<CDPSession> {
  await panel
    .getByRole('list', { name: 'Calls on this page' })
    .getByRole('button', { name: new RegExp(`^${id}`) })
    .waitFor();
  await page.waitForTimeout(300);
  return page.context().newCDPSession(page);
}

/** Where an ID stands in the window, in whatever root: the middle of its text, or of its input. */
async function placeOf(cdp: CDPSession, id: string): Promise<{ x: number; y: number }> {
  await cdp.send('DOM.enable');
  const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const found = nodes.find(
    ({ nodeType, nodeValue, attributes = [] }) => (nodeType === 3 && nodeValue === id) || attributes.includes(id),
  );
  return middleOf(cdp, { backendNodeId: found!.backendNodeId });
}

async function middleOf(cdp: CDPSession, node: { backendNodeId?: number }): Promise<{ x: number; y: number }> {
  const { quads } = await cdp.send('DOM.getContentQuads', node);
  const [x1, y1, , , x3, y3] = quads[0] as [number, number, number, number, number, number];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

it.concurrent.for(Object.entries(expectedOf<Card>('cards')))('%s', ([name, { id }], { expect }) =>
  sites.use(async ({ site, panel }) => {
    const page = await site.browser.context.newPage();
    await page.goto(`${site.address}${name}`);
    const cdp = await inspectorOf(page, panel, id);
    const before = await page.evaluate(() =>
      document.documentElement.outerHTML.replace(/<div><\/div><\/html>$/, '</html>'),
    );
    const { x, y } = await placeOf(cdp, id);
    await page.mouse.move(x - 3, y, { steps: 2 });
    await page.mouse.move(x, y, { steps: 2 });
    await expect.poll(() => cardButton(cdp), { timeout: 5000 }).toBeDefined();
    await page.waitForTimeout(500);
    const button = await middleOf(cdp, { backendNodeId: await cardButton(cdp) });
    const card = { down: button.y - y, beside: button.x - x };
    // Beside its ID, and as large as elsewhere.
    expect(Math.hypot(card.down, card.beside)).toBeLessThan(500);
    await page.mouse.move(button.x, button.y, { steps: 5 });
    await page.waitForTimeout(200);
    await page.mouse.down();
    await page.waitForTimeout(150);
    await page.mouse.up();
    await panel.getByRole('article', { name: `Call ${id}` }).waitFor({ timeout: 5000 });
    await page.keyboard.press('Escape');
    if (!name.includes('outside')) {
      const after = () =>
        page.evaluate(() => document.documentElement.outerHTML.replace(/<div><\/div><\/html>$/, '</html>'));
      await expect.poll(after).toBe(before);
    }
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await page.close();
  }),
);

it.concurrent('what is covered has no card', ({ expect }) =>
  sites.use(async ({ site, panel }) => {
    const page = await site.browser.context.newPage();
    await page.goto(`${site.address}covered`);
    const cdp = await inspectorOf(page, panel, '50958');
    const { x, y } = await placeOf(cdp, '50958');
    await page.mouse.move(x - 3, y, { steps: 2 });
    await page.mouse.move(x, y, { steps: 2 });
    await page.waitForTimeout(1000);
    expect(await cardButton(cdp)).toBeUndefined();
    await page.close();
  }),
);

it('none of this was an error of ours', ({ expect }) => expect(sites.problems()).toEqual([]));
