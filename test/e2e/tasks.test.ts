import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyCall, anyId } from '../trust/anyCall';
import { startCrm } from '../harness/crm';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { reply } from '../harness/faults';
import { enableSite } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

/** None of the tasks may take more presses. */
const most = 4;

let replica: Replica;
let browser: TestBrowser;
let crm: Awaited<ReturnType<typeof startCrm>>;

beforeAll(async () => {
  [replica, crm] = await Promise.all([startReplica(), startCrm()]);
  browser = await openBrowser({ replica });
  const options = await browser.options();
  await enableSite(options, crm.url);
  await options.close();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  await crm.close();
});

/** A user's hand: what it presses is counted. A text that is pasted or typed counts as one press. */
function hand() {
  let presses = 0;
  return {
    presses: () => presses,
    /** Presses the extension's button in the browser's toolbar. */
    async toolbar(): Promise<Page> {
      presses += 1;
      return browser.popup();
    },
    async click(what: Locator): Promise<void> {
      presses += 1;
      await what.click();
    },
    async paste(page: Page, text: string): Promise<void> {
      presses += 1;
      await page.keyboard.insertText(text);
    },
    async key(page: Page, key: string): Promise<void> {
      presses += 1;
      await page.keyboard.press(key);
    },
  };
}

/** Waits until the popup's box has the cursor, as it has when it is opened. */
const ready = (popup: Page) => popup.locator('[role=searchbox]:focus').waitFor();

const inWindow = (what: Locator) =>
  what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

function counted(task: string, { presses }: ReturnType<typeof hand>): void {
  console.log(`${task}: ${presses()} presses`);
  expect(presses()).toBeLessThanOrEqual(most);
}

it('support sees from the customer’s page what was promised on a call', async () => {
  const page = await browser.context.newPage();
  await page.goto(crm.url);
  const user = hand();
  const popup = await user.toolbar();
  const [panel] = await Promise.all([
    browser.sidePanel(),
    user.click(popup.getByRole('button', { name: 'Open side panel' })),
  ]);
  await popup.close();
  await page.bringToFront();
  await user.click(panel.getByRole('button', { name: 'Search the calls of this contact' }));
  await user.click(
    panel.getByRole('list', { name: 'Calls of this contact' }).getByRole('button', { name: /^3517893/ }),
  );
  const call = panel.getByRole('article', { name: 'Call 3517893' });
  await call
    .getByText(/call(ed)? back|callback/i)
    .first()
    .waitFor();
  await call.getByRole('list', { name: 'Actions' }).getByRole('listitem').first().waitFor({ state: 'attached' });
  counted('support', user);
  await panel.close();
  await page.close();
});

it('quality sees which of 200 calls went wrong, and why', { timeout: 300_000 }, async () => {
  // As many as the limits of each let through in a minute or so.
  const dialnexa = 50;
  const ids = [
    ...Array.from({ length: dialnexa }, (_, index) => anyId['dialnexa']!(index)),
    ...Array.from({ length: 200 - dialnexa }, (_, index) => anyId['highlevel']!(index)),
  ];
  const failed = new Set(ids.filter((_, index) => index < dialnexa && index % 10 === 3));
  const known = anyCall();
  replica.override('highlevel', known['highlevel']);
  replica.override('dialnexa', (request, response) => {
    const id = /\/call-logs\/(call_\w+)/.exec(request.url ?? '')?.[1];
    if (!id || !failed.has(id)) return known['dialnexa']!(request, response);
    const { row } = dialnexaCalls[0]!;
    return reply(200, { ...row, call_id: id, status: 'failed', end_reason: 'invalid_phone_number' })(request, response);
  });
  const user = hand();
  const popup = await user.toolbar();
  await ready(popup);
  await user.paste(popup, ids.join('\n'));
  await user.key(popup, 'Enter');
  await popup.getByText('200 of 200').waitFor({ timeout: 240_000 });
  const rows = popup.getByRole('table', { name: 'Results' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(200);
  const wrong = rows.filter({ hasText: 'The phone number is not valid.' });
  const found = (await wrong.allInnerTexts()).map((text) => ids.find((id) => text.includes(id)));
  expect(new Set(found)).toEqual(failed);
  counted('quality', user);
  for (const provider of ['dialnexa', 'highlevel'] as const) replica.override(provider, undefined);
  await popup.close();
});

it('an agency sees whether a call was delivered, and what it cost', async () => {
  const user = hand();
  const popup = await user.toolbar();
  await ready(popup);
  await user.paste(popup, '3517893');
  await user.key(popup, 'Enter');
  const call = popup.getByRole('article', { name: 'Call 3517893' });
  await call.waitFor();
  const delivery = call.getByText(/^Delivered$|deliver(y|ies) failed$/).first();
  const cost = call.getByText(/^Cost \$/).first();
  expect(await inWindow(delivery)).toBe(true);
  expect(await inWindow(cost)).toBe(true);
  counted('agency', user);
  await popup.close();
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
