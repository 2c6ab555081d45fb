import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';
import { noDesktop, press, startDesktop, toolbarKey, type, withToolbarKey } from './helpers/desktop';

if (noDesktop) console.log(`Skipped the browser's own windows and keys: ${noDesktop}.`);

const id = 'call_x9y3zp4mq7r1';
const crm = 'https://crm.example.com/';
const framed = 'https://frames.example.net/';
const once = 'https://once.example.org/';
const pages: Record<string, string> = {
  [crm]: `<title>CRM</title><p style="font-size: 40px">Call ID <span>50958</span></p>
    <p>Call ID: <b>${id}</b></p><iframe src="${framed}" width="300" height="200"></iframe>
    <canvas width="300" height="200"></canvas>`,
  [framed]: '<p>Call ID: <b>3517893</b></p>',
  [once]: `<title>Once</title><p>Call ID: <b>${id}</b></p><iframe src="/inner" width="300" height="200"></iframe>`,
  [`${once}inner`]: '<p>Call ID: <b>3517893</b></p>',
};

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: {
  permissions: { contains(asked: object): Promise<boolean> };
  storage: { local: { get(key: string): Promise<{ sites?: { pattern: string }[] }> } };
};

describe.skipIf(noDesktop)('in a browser on a desktop', () => {
  let stopDesktop: () => void;
  let folder: string;
  let replica: Replica;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    stopDesktop = await startDesktop();
    folder = await withToolbarKey();
    replica = await startReplica();
    browser = await openBrowser({ replica, headless: false, extension: folder });
    for (const [address, body] of Object.entries(pages))
      await browser.context.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
    page = await browser.context.newPage();
    await page.goto(crm);
  });
  afterAll(async () => {
    await browser.close();
    await replica.close();
    await rm(folder, { recursive: true, force: true });
    stopDesktop();
  });

  /** Presses the toolbar's button. Returns the popup it opens. */
  async function popup(): Promise<Page> {
    await press(toolbarKey);
    return browser.nativePopup();
  }
  /** Presses a button of the popup, which the browser's question closes, maybe before the driver hears that it was pressed. */
  async function pressInPopup(name: string): Promise<void> {
    const button = (await popup()).getByRole('button', { name });
    await button.click().catch((error: Error) => {
      if (!error.message.includes('has been closed')) throw error;
    });
  }
  /** Answers the browser's question, whose first button is the refusal. */
  async function answer(word: 'yes' | 'no'): Promise<void> {
    // Nothing tells that it is on screen, and at first it takes no answer, so that nobody gives one by mistake.
    await page.waitForTimeout(1000);
    await press(...(word === 'yes' ? ['Tab', 'Return'] : ['Return']));
  }
  const mayRead = (address: string) =>
    browser.worker.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), `${address}*`);
  const sites = async () =>
    (await browser.worker.evaluate(() => chrome.storage.local.get('sites'))).sites?.map(({ pattern }) => pattern) ?? [];
  const article = (where: Page, of: string) => where.getByRole('article', { name: `Call ${of}` });

  it('the popup is 380 pixels wide', async () => {
    const opened = await popup();
    await opened.getByText('Calls on crm.example.com are not shown.').waitFor();
    await expect.poll(() => opened.evaluate(() => innerWidth)).toBe(380);
    await press('Escape');
  });

  it('“Enable on this site”, refused, enables nothing, and the next popup says what to do', async () => {
    await pressInPopup('Enable on this site');
    await answer('no');
    const again = await popup();
    await again.getByRole('alert').getByText('The browser did not allow it: press the button again').waitFor();
    expect([await mayRead(crm), await sites(), await marksOn(page)]).toEqual([false, [], 0]);
    await press('Escape');
  });

  it('“Enable on this site”, allowed, reads the page', async () => {
    await pressInPopup('Enable on this site');
    await answer('yes');
    await expect.poll(() => marksOn(page), { timeout: 10_000 }).toBe(2);
    expect([await mayRead(crm), await sites()]).toEqual([true, [`${crm}*`]]);
    const again = await popup();
    await again.getByText('Showing calls of crm.example.com').waitFor();
    expect(await again.getByRole('alert').count()).toBe(0);
    await press('Escape');
  });

  it('“Just this once” reads the tab and its frames, without a permission, until it is left', async () => {
    const other = await browser.context.newPage();
    await other.goto(once);
    await pressInPopup('Just this once');
    const inner = () => other.frames().find((each) => each.url() === `${once}inner`)!;
    await expect.poll(() => marksOn(other), { timeout: 10_000 }).toBe(1);
    await expect.poll(() => marksOn(inner()), { timeout: 10_000 }).toBe(1);
    expect([await mayRead(once), await sites()]).toEqual([false, [`${crm}*`]]);
    await press('Escape');
    await other.reload();
    await other.waitForTimeout(1000);
    expect([await marksOn(other), await marksOn(inner())]).toEqual([0, 0]);
    await other.close();
  });

  it('shortcuts go to the next call, open the panel, and look up the selection', async () => {
    await page.bringToFront();
    await press('alt+shift+j');
    await page.waitForFunction(() => document.activeElement?.localName === 'div');
    await press('Escape', 'alt+shift+o');
    const panel = await browser.sidePanel();
    await panel
      .getByRole('list', { name: 'Calls on this page' })
      .getByRole('button', { name: /^50958/ })
      .waitFor();
    await page.dblclick('b');
    await press('alt+shift+l');
    await article(panel, id).waitFor();
  });

  it('the panel names the frame it may not read, and its button has the browser ask', async () => {
    const panel = await browser.sidePanel();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    const notice = panel.getByText('1 frame needs permission.');
    const allow = panel.getByRole('button', { name: 'Allow frames.example.net' });
    await notice.waitFor();
    await allow.click();
    await answer('no');
    await panel.getByRole('alert').getByText('The browser did not allow it: press the button again').waitFor();
    await allow.click();
    await answer('yes');
    await notice.waitFor({ state: 'detached' });
    await panel
      .getByRole('list', { name: 'Calls on this page' })
      .getByRole('button', { name: /^3517893/ })
      .waitFor();
  });

  it('the panel says that a canvas is not read, and its button leads to the look-up', async () => {
    const panel = await browser.sidePanel();
    await panel.getByText('A part of this page is a picture (canvas not readable)').waitFor();
    await panel.getByRole('button', { name: 'Look up an ID' }).click();
    const box = panel.getByRole('searchbox', { name: 'Call ID' });
    expect(await box.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('“Open call log” in the context menu looks up the selection in the side panel', async () => {
    await page.dblclick('span');
    // Does not settle while the menu is open.
    void page.click('span', { button: 'right', timeout: 3000 }).catch(() => {});
    await page.waitForTimeout(1000);
    // From the end: the browser's "Inspect", then the extension's entry.
    await press('Up', 'Up', 'Return');
    await article(await browser.sidePanel(), '50958').waitFor();
  });

  it('“Disable on this site” takes the marks away and gives the permission back', async () => {
    await pressInPopup('Disable on this site');
    await expect.poll(() => marksOn(page)).toBe(0);
    await expect.poll(() => mayRead(crm)).toBe(false);
    expect(await sites()).toEqual([`${framed}*`]);
    await press('Escape');
  });

  it('the keyword “call” in the address bar opens a call', async () => {
    await page.bringToFront();
    await press('ctrl+l');
    type('call');
    await press('Tab');
    type(id);
    await press('Return');
    await page.waitForURL(/\/call\.html#\/dialnexa\//);
    await article(page, id).waitFor();
  });

  it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
});
