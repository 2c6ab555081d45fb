import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

/** What the page’s own scripts see. */
declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };

let replica: Replica;
let browser: TestBrowser;
let panel: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  panel = await browser.panel();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const latest = () => panel.getByRole('list', { name: 'Latest calls' }).getByRole('listitem');

/** The IDs of a list: what the name of each item's button begins with. */
const idsOf = (items: Locator) =>
  items.evaluateAll((all) => all.map((item) => item.querySelector('button')?.textContent.trim().split(' ')[0] ?? ''));

async function listOf(label: string): Promise<void> {
  await panel.reload();
  await panel.getByRole('combobox', { name: 'Connection' }).selectOption({ label });
  await latest().first().waitFor();
}

describe('the latest calls', () => {
  it('are filtered by the vendor’s own filters, and by nothing once these are cleared', async () => {
    await listOf('Demo omnidimension');
    const all = await latest().count();
    await panel.getByText('Filters').click();
    const form = panel.getByRole('form', { name: 'Filters' });
    await form.getByRole('combobox', { name: 'Call status' }).selectOption('no-answer');
    await form.getByRole('button', { name: 'Apply' }).click();
    await panel.getByText('Filters (1 filter)').waitFor();
    await expect
      .poll(async () => (await latest().allInnerTexts()).filter((text) => !text.includes('No answer')))
      .toEqual([]);
    expect(await latest().count()).toBeLessThan(all);
    expect(replica.requests.at(-1)?.path).toContain('call_status=no-answer');

    await form.getByRole('textbox', { name: 'Agent ID' }).fill('999999');
    await form.getByRole('button', { name: 'Apply' }).click();
    await panel.getByText('No call fits these filters.').waitFor();
    await form.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => latest().count()).toBe(all);
  });

  it('are read one after the other by the keys [ and ], but not while something is typed', async () => {
    await listOf('Demo dialnexa');
    const ids = await idsOf(latest());
    const [first, second] = ids as [string, string];
    const shows = (id: string) => panel.getByRole('article', { name: `Call ${id}` }).waitFor();
    await latest().first().getByRole('button').click();
    await shows(first);
    expect(await panel.getByRole('button', { name: 'Previous call' }).count()).toBe(0);
    await panel.keyboard.press(']');
    await shows(second);
    await panel.getByRole('searchbox', { name: 'Call ID' }).click();
    await panel.keyboard.press('[');
    expect(await panel.getByRole('searchbox', { name: 'Call ID' }).innerText()).toBe('[');
    await panel
      .getByRole('article', { name: `Call ${second}` })
      .getByRole('heading')
      .first()
      .click();
    await panel.keyboard.press('[');
    await shows(first);
    await panel.getByRole('button', { name: 'Next call' }).click();
    await shows(second);
  });
});

describe('the rows of a list', () => {
  const focused = () => panel.evaluate(() => document.activeElement?.textContent.trim().split(' ')[0]);

  it('stand below their day, in one shape', async () => {
    await listOf('Demo dialnexa');
    const days = panel.getByRole('list', { name: 'Latest calls' }).getByRole('heading');
    expect(await days.count()).toBeGreaterThan(1);
    expect(new Set(await days.allInnerTexts()).size).toBe(await days.count());
    for (const width of [320, 380, 720]) {
      await panel.setViewportSize({ width, height: 900 });
      const heights = await latest()
        .getByRole('button')
        .evaluateAll((rows) => rows.map((row) => row.clientHeight));
      expect(new Set(heights).size, `${width}: ${heights.join(' ')}`).toBe(1);
      expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await panel.setViewportSize({ width: 380, height: 900 });
  });

  it('are gone through by arrows, one of them by Tab, and opened by Enter', async () => {
    await listOf('Demo dialnexa');
    const ids = await idsOf(latest());
    const stops = await latest()
      .getByRole('button')
      .evaluateAll((rows) => rows.filter(({ tabIndex }) => tabIndex === 0));
    expect(stops).toHaveLength(1);
    await latest().first().getByRole('button').focus();
    await panel.keyboard.press('ArrowUp');
    expect(await focused()).toBe(ids[0]);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    expect(await focused()).toBe(ids[2]);
    await panel.keyboard.press('End');
    expect(await focused()).toBe(ids.at(-1));
    await panel.keyboard.press('Home');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    await panel.getByRole('article', { name: `Call ${ids[1]}` }).waitFor();
  });

  it('are selected by x or by their box, and copied or saved together', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => panel.evaluate(() => navigator.clipboard.readText());
    await listOf('Demo dialnexa');
    const ids = await idsOf(latest());
    await latest().first().getByRole('button').focus();
    await panel.keyboard.press('x');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('x');
    await panel.keyboard.press('x');
    await panel.getByRole('checkbox', { name: `Select call ${ids[2]}` }).check();
    const bar = panel.getByRole('group', { name: 'Selected calls' });
    await bar.getByText('2 selected').waitFor();
    await bar.getByRole('button', { name: 'Copy IDs' }).click();
    await expect.poll(copied).toBe(`${ids[0]}\n${ids[2]}`);
    await bar.getByRole('button', { name: 'Copy notes' }).click();
    await expect.poll(copied).toMatch(new RegExp(`^Call ${ids[0]}\\n[^]*\\n\\nCall ${ids[2]}\\n`));

    const saved = async (name: RegExp) => {
      await bar.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        panel.waitForEvent('download'),
        panel.getByRole('menuitem', { name }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    expect((await saved(/^Table/)).trim().split('\r\n')).toHaveLength(3);
    const markdown = await saved(/Markdown/);
    expect(markdown.match(/^# Call /gm)).toHaveLength(2);
    expect(markdown).toContain('\n---\n');
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await bar.waitFor({ state: 'detached' });
  });
});

describe('a connection that states its account’s time zone', () => {
  it('has its times converted: in lists, in the call and in its note', async () => {
    await listOf('Demo omnidimension');
    expect(await latest().first().innerText()).toContain('zone?');
    const options = await browser.options();
    const connection = options
      .getByRole('list', { name: 'Connections' })
      .getByRole('listitem')
      .filter({ hasText: 'Demo omnidimension' });
    await connection.getByRole('button', { name: /^(Change|Edit)/ }).click();
    const form = options.getByRole('form', { name: 'Change Demo omnidimension' });
    await form.getByRole('combobox', { name: 'Time zone of the account' }).selectOption('Pacific/Kiritimati');
    await form.getByRole('button', { name: 'Save and test' }).click();
    await listOf('Demo omnidimension');
    await expect.poll(() => latest().first().innerText()).not.toContain('zone?');
    const page = await browser.callPage({ provider: 'omnidimension', id: '50958' });
    const time = page.getByRole('article').locator('time[datetime="2026-05-04T00:46:15.000Z"]').first();
    await time.waitFor();
    expect(await time.getAttribute('title')).toMatch(
      /sent as 05\/04\/2026 14:46:15 without a time zone, read in Pacific\/Kiritimati/,
    );
    await page.close();
    await options.close();
  });
});

describe('a text in the look-up box of the popup', () => {
  it('stands there again when the popup is opened again, looked up or not, until it is cleared', async () => {
    let popup = await browser.popup();
    const box = () => popup.getByRole('searchbox', { name: 'Call ID' });
    /** Closes the popup once it has kept the text, as it has when nobody closes it within the same instant. */
    const again = async (text?: string) => {
      const kept = () =>
        popup.evaluate(() => chrome.storage.session.get('boxText').then((stored) => stored['boxText']));
      await expect.poll(kept).toBe(text);
      await popup.close();
      popup = await browser.popup();
    };
    await box().fill('50958\n3517894');
    await again('50958\n3517894');
    await expect.poll(() => box().innerText()).toBe('50958\n3517894');
    await popup.getByRole('button', { name: 'Look up' }).click();
    await popup.getByText('2 of 2').waitFor();
    await box().fill('something else');
    await again('something else');
    await popup.getByText('2 of 2').waitFor();
    await expect.poll(() => box().innerText()).toBe('something else');
    await popup.getByRole('button', { name: 'Clear list' }).click();
    await again();
    await popup.getByRole('list', { name: 'Recent calls' }).waitFor();
    expect((await box().innerText()).trim()).toBe('');
    await popup.close();
  });
});

describe('a review', () => {
  it('is kept while the browser is open and after, and is gone once it says nothing', async () => {
    const id = '50958';
    const page = await browser.callPage({ provider: 'omnidimension', id });
    await page.getByRole('button', { name: 'Reviewed' }).click();
    await page.getByRole('button', { name: 'Reviewed', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByRole('textbox', { name: 'Your note' }).fill('Asked twice');
    await listOf('Demo omnidimension');
    const item = latest().filter({ hasText: id }).first();
    await item.getByText('Asked twice').waitFor();
    await item.getByRole('img', { name: 'Reviewed' }).waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Your note' }).inputValue()).toBe('Asked twice');
    await page.getByRole('textbox', { name: 'Your note' }).fill('');
    await page.getByRole('button', { name: 'Reviewed', pressed: true }).click();
    await item.getByRole('img', { name: 'Reviewed' }).waitFor({ state: 'detached' });
    expect(await item.innerText()).not.toContain('Asked twice');
    await page.close();
  });
});

describe('two calls', () => {
  it('stand side by side, and what differs is said in words', async () => {
    const [one, other] = ['call_p3h6tk0wsd9a', 'call_mfgsn90vwcozgb'];
    const page = await browser.callPage({ provider: 'dialnexa', id: one });
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('searchbox', { name: 'Other call' }).fill('999999999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByRole('searchbox', { name: 'Other call' }).fill(other);
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Comparison' });
    await table.waitFor();
    expect(page.url()).toContain(`#/dialnexa/${one}/vs/dialnexa/${other}`);
    for (const id of [one, other]) await page.getByRole('article', { name: `Call ${id}` }).waitFor();
    expect(await table.getByRole('row', { name: /^Sentiment Differs/ }).innerText()).toMatch(/Positive\s+Negative/);
    expect(await table.getByRole('row', { name: /^Status Same/ }).count()).toBe(1);
    expect(await table.getByRole('row', { name: /^customer_satisfaction Differs/ }).innerText()).toMatch(/9\s+1/);
    await page
      .getByRole('article', { name: `Call ${one}` })
      .getByRole('button', { name: 'Close' })
      .click();
    await table.waitFor({ state: 'detached' });
    expect(page.url()).toMatch(new RegExp(`#/dialnexa/${other}$`));
    await page.close();
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
