import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCrm } from '../harness/crm';
import { enableSite } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { marksOn } from './helpers/marksOn';

let replica: Replica;
let crm: Awaited<ReturnType<typeof startCrm>>;
let browser: TestBrowser;
let page: Page;
let popup: Page;
let panel: Page;

beforeAll(async () => {
  [replica, crm] = await Promise.all([startReplica(), startCrm()]);
  browser = await openBrowser({ replica });
  page = await browser.context.newPage();
  await page.goto(crm.url);
  popup = await browser.popup();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([replica.close(), crm.close()]);
});

const host = '127.0.0.1';
const list = (where: Page) => where.getByRole('list', { name: 'Calls on this page' });
const item = (where: Page, id: string) => list(where).getByRole('button', { name: new RegExp(`^${id}`) });
const article = (where: Page, id: string) => where.getByRole('article', { name: `Call ${id}` });

/** How many places of the page are marked. */
const marks = () => marksOn(page);

it('a site is off until it is enabled', async () => {
  await popup.getByText(`Calls on ${host} are not shown.`).waitFor();
  expect(await popup.getByRole('button', { name: 'Just this once' }).count()).toBe(1);
  expect(await marks()).toBe(0);
});

it('“Enable on this site” marks its calls and lists them', async () => {
  await popup.getByRole('button', { name: 'Enable on this site' }).click();
  await popup.getByText(`Showing calls of ${host}`).waitFor();
  for (const id of ['3517893', 'call_p3h6tk0wsd9a', '673b4e1a9c0d2f5e8a7b6c01'])
    await item(popup, id).filter({ hasText: 'Completed' }).waitFor();
  expect(await marks()).toBeGreaterThan(5);
});

it('numbers that are no calls are not listed', async () => {
  for (const id of ['20418837', '44179034', '20261112', 've9EPM428h8vShlRW1KT'])
    expect(await item(popup, id).count()).toBe(0);
});

it('the side panel lists them, and a click shows the call and where it stands', async () => {
  panel = await browser.openSidePanel(popup);
  await popup.close();
  await page.bringToFront();
  await panel.getByText(`Showing calls of ${host}`).waitFor();
  await page.setViewportSize({ width: 900, height: 300 });
  await page.evaluate(() => scrollTo(0, 0));
  await item(panel, '3517895').click();
  await article(panel, '3517895').waitFor();
  await page.waitForFunction(() => scrollY > 0);
});

it('navigation in the page brings the other list, and the call that left goes, unless it is pinned', async () => {
  const show = (path: string, id: string) =>
    page.evaluate(
      ([to, shown]) => {
        history.pushState(null, '', to);
        document.querySelector('main')?.replaceChildren(`Call ID: ${shown}`);
      },
      [path, id] as const,
    );
  const pin = panel.getByRole('button', { name: 'Pin', exact: true });
  await pin.click();
  expect(await pin.getAttribute('aria-pressed')).toBe('true');
  await show('/contacts/2', 'call_mfgsn90vwcozgb');
  // Longer than an unpinned call stays.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await article(panel, '3517895').isVisible()).toBe(true);
  await pin.click();
  await item(panel, 'call_mfgsn90vwcozgb').waitFor();
  expect(await list(panel).getByRole('button').count()).toBe(1);
});

it('another tab brings its own list, and the way back the first', async () => {
  const other = await browser.context.newPage();
  await other.route('**/other', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Other</title><p>Call ID: 50958</p>' }),
  );
  await other.goto(`${crm.url}other`);
  await item(panel, '50958').waitFor();
  expect(await item(panel, 'call_mfgsn90vwcozgb').count()).toBe(0);
  await page.bringToFront();
  await item(panel, 'call_mfgsn90vwcozgb').waitFor();
  await other.close();
});

/** Clicks a text on the page with the pointer, whatever lies over it. */
async function pointAt(text: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const main = document.querySelector('main')!;
    const node = [...main.childNodes].find((each) => each.textContent?.includes(wanted))!;
    const range = new Range();
    const start = node.textContent!.indexOf(wanted);
    range.setStart(node, start);
    range.setEnd(node, start + wanted.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, text);
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
}

it('an ID is taught by pointing at it: the others like it are found, and the rule can be taken back', async () => {
  await page.evaluate(() => document.querySelector('main')?.replaceChildren('Files 3517893, 3517894 and 9'));
  await panel.getByText('No call ID was found on this page.').waitFor();
  await panel.getByRole('button', { name: 'Teach an ID on this page' }).click();
  await panel.getByText('Point at a call ID on the page').waitFor();
  await pointAt('3517893');
  const form = panel.getByRole('form', { name: 'Teach a call ID' });
  await form.getByRole('radio', { name: 'By how they look' }).check();
  await form.getByText('It finds 2 IDs on this page.').waitFor();
  await form.getByRole('button', { name: 'Save rule' }).click();
  await item(panel, '3517894').filter({ hasText: 'Completed' }).waitFor();
  expect(await list(panel).getByRole('button').count()).toBe(2);
  await panel.getByRole('button', { name: /^Remove rule: Looks like .+: OmniDimension$/ }).click();
  await panel.getByText('No call ID was found on this page.').waitFor();
});

it('“Not a call ID” makes the site forget one that nobody knows yet', async () => {
  const options = await browser.options();
  await options.getByRole('checkbox', { name: 'Ask the provider only when I point at an ID' }).check();
  await page.goto(crm.url);
  await page.bringToFront();
  await item(panel, '3517893').filter({ hasText: 'Not asked about yet' }).waitFor();
  await list(panel).getByRole('button', { name: 'Not a call ID, 3517893' }).click();
  await item(panel, '3517893').waitFor({ state: 'detached' });
  const sites = options.getByRole('list', { name: 'Sites' });
  await sites.getByRole('button', { name: 'Remove rule: 3517893 is not a call ID' }).click();
  await item(panel, '3517893').waitFor();
  await options.getByRole('checkbox', { name: 'Ask the provider only when I point at an ID' }).uncheck();
  await item(panel, '3517893').filter({ hasText: 'Completed' }).waitFor();
  await options.close();
});

it('the calls of the contact are searched by the phone number on the page, on a click', async () => {
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Search the calls of this contact' }).click();
  const found = panel.getByRole('list', { name: 'Calls of this contact' });
  await found.getByRole('button', { name: /^3517893/ }).waitFor();
  await panel.getByText('Demo omnidimension: searched by +14155550142 among the latest 9 calls').waitFor();
});

it('“Disable on this site” takes the list and the marks away', async () => {
  await panel.getByRole('button', { name: 'Disable on this site' }).click();
  await panel.getByText(`Calls on ${host} are not shown.`).waitFor();
  await list(panel).waitFor({ state: 'detached' });
  await expect.poll(marks).toBe(0);
});

it('the options page enables a site by its address, and disables it', async () => {
  const options = await browser.options();
  const form = options.getByRole('form', { name: 'Add site' });
  await form.getByRole('textbox', { name: 'Site address' }).fill('chrome://settings');
  await form.getByRole('button', { name: 'Enable' }).click();
  await form.getByRole('alert').waitFor();
  await enableSite(options, crm.url);
  await page.bringToFront();
  await item(panel, '50958').waitFor();
  await options.getByRole('button', { name: `Disable ${host}` }).click();
  await list(panel).waitFor({ state: 'detached' });
  await options.close();
});

it('“Just this once” reads the page until it is left', async () => {
  const again = await browser.popup();
  await again.getByRole('button', { name: 'Just this once' }).click();
  await item(again, '50958').waitFor();
  await page.reload();
  await list(again).waitFor({ state: 'detached' });
  await again.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
