import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../lib/call/call';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { reply } from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { count } from './count';
import { report } from './report';

// Fails with `Lots` (components/ui/Lots.tsx) that draws all of a list, and with `useLongText` that returns the whole text.

/** Milliseconds until a call has to be there; it was over 40 s, the browser frozen. How fast it is, the report tells. */
const frozen = 30_000;

const fields = (length: number) => Object.fromEntries(Array.from({ length }, (_, i) => [`field_${i}`, `value ${i}`]));
const deliveries = (length: number) =>
  Array.from({ length }, (_, id) => ({
    id,
    name: `Webhook to https://hooks.example.com/calls/9f86d081884c7d${id} on 2026-11-18`,
    webhook_url: `https://hooks.example.com/calls/9f86d081884c7d${id}`,
    webhook_method: 'POST',
    payload: JSON.stringify({ call_id: id, call_sid: `secret_key_0c4f9a2be1d84f53a6b7c8d9e0f1a2b3_${id}` }),
    status: 'sent',
    response_code: 200,
    response_body: '{"received":true}',
    create_date: '2026-11-18 09:16:02',
  }));

const calls: Record<string, [what: string, row: { [name: string]: Json }, last: RegExp]> = {
  9100001: ['200,000 fields', { extracted_variables: fields(200_000) }, /Show 500 more of 4,500/],
  9100002: [
    '5,000 deliveries',
    { post_call_actions: { call_recording_webhook_ids: deliveries(5000) } },
    /Show 500 more of 4,500/,
  ],
  9100003: [
    'an address of 9.5 MB',
    { sentiment_analysis_details: `See https://example.com/${'ab/'.repeat(3_170_000)} for more.` },
    /See https:\/\/example\.com\/••••••/,
  ],
  9100004: ['a text of 9 MB', { sentiment_analysis_details: 'word '.repeat(1_800_000) }, /Show 20,000 more of/],
  9100005: [
    'one value of 100,000 members',
    { extracted_variables: { all: fields(100_000) } },
    /Show 500 more of 99,500/,
  ],
  9100006: [
    '100,000 issues',
    { issues: Array.from({ length: 100_000 }, (_, i) => `Issue ${i}`) },
    /Show 500 more of 99,500/,
  ],
};

let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  replica.override('omnidimension', (request, response) => {
    const id = /\/calls\/logs\/(\d+)/.exec(request.url ?? '')?.[1] ?? '';
    const row = calls[id]?.[1];
    if (!row) return false;
    return reply(200, { call_log_data: [{ id: Number(id), call_status: 'completed', ...row }], total_records: 1 })(
      request,
      response,
    );
  });
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

interface Watched {
  tasks: number[];
}

/** Has the page write down its long tasks from now on. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
const longest = (page: Page) => page.evaluate(() => Math.max(0, ...(globalThis as unknown as Watched).tasks));

const tried = Object.entries(calls).slice(0, count(3, 6));

it('every one of 200,000 fields can be reached', { timeout: 120_000 }, async () => {
  const page = await browser.callPage({ provider: 'omnidimension', id: '9100001' });
  const call = page.getByRole('article', { name: 'Call 9100001' });
  await call.getByText('at most 5000 members').waitFor({ state: 'attached', timeout: frozen });
  await call.getByText('All fields').click();
  await call.getByRole('searchbox', { name: 'Filter fields' }).fill('field_199999');
  await call.getByText('value 199999').waitFor();
  await page.close();
});

describe.each(tried.map(([id, [what, , last]]) => ({ id, what, last })))('$what', ({ id, what, last }) => {
  it('is shown in popup and call page, and neither freezes', { timeout: 120_000 }, async () => {
    const popup = await browser.popup();
    await watch(popup);
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill(id);
    const asked = Date.now();
    await popup.getByRole('button', { name: 'Look up' }).click();
    await popup.getByRole('article', { name: `Call ${id}` }).waitFor({ timeout: frozen });
    const first = Date.now() - asked;
    const end = popup.getByRole('article').getByText(last).first();
    // Drawn, be it below a fold.
    await end.waitFor({ state: 'attached', timeout: frozen });
    await popup.waitForTimeout(500);
    const task = await longest(popup);
    await popup.close();

    const opened = Date.now();
    const page = await browser.callPage({ provider: 'omnidimension', id });
    await watch(page);
    await page.getByRole('article', { name: `Call ${id}` }).waitFor({ timeout: frozen });
    const onPage = Date.now() - opened;
    await page.getByRole('article').getByText(last).first().waitFor({ state: 'attached', timeout: frozen });
    await page.waitForTimeout(500);
    const pageTask = await longest(page);
    await page.close();
    report(
      'F14',
      `A call with ${what} is shown, and neither popup nor page freezes`,
      `first screen ${first} ms in the popup, ${onPage} ms on the page; longest task ${task} and ${pageTask} ms`,
    );
    expect(Math.max(task, pageTask)).toBeLessThan(frozen);
    expect(browser.problems).toEqual([]);
  });
});
