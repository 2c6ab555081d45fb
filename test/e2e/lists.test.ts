import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replica, startReplica } from '../harness/replica';
import { openBrowser, type TestBrowser } from './helpers/browser';

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
    const ids = await latest().evaluateAll((items) => items.map((item) => item.querySelector('span')?.textContent));
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
    expect(await item.innerText()).toContain('Reviewed');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Your note' }).inputValue()).toBe('Asked twice');
    await page.getByRole('textbox', { name: 'Your note' }).fill('');
    await page.getByRole('button', { name: 'Reviewed', pressed: true }).click();
    await expect.poll(() => item.innerText()).not.toMatch(/Reviewed|Asked twice/);
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
