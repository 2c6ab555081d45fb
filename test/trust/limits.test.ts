import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { tell } from '../e2e/helpers/tell';
import * as faults from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { count } from './count';
import { pasteColumn } from './pastedColumn';
import { report } from './report';

it(
  'a pasted column at strict providers, the worker stopped on the way, the popup closed and opened',
  { timeout: count(4, 25) * 60_000 },
  async () => {
    const column = { omnidimension: count(65, 170), dialnexa: count(0, 165), highlevel: count(60, 165) };
    const rows = count(125, 500);
    const { seconds, requests, kept, ...result } = await pasteColumn(column, count(2, 5));
    report(
      'R6',
      'A column pasted at strict providers is filled whole, and none of its requests is refused',
      `${result.found} of ${rows} rows, ${result.refused} of ${requests} requests refused, in ${seconds.toFixed(0)} s`,
    );
    expect(kept).toBeGreaterThan(0);
    // More than both take in one of their windows; OmniDimension's lasts a minute, which no slow machine outlives.
    expect(requests).toBeGreaterThan(160);
    expect(result).toEqual({ rows, found: rows, refused: 0, problems: [] });
  },
);

describe('a provider that asks to wait', () => {
  let replica: Replica;
  let browser: TestBrowser;
  let control: Page;
  let popup: Page;

  beforeAll(async () => {
    replica = await startReplica();
    browser = await openBrowser();
    control = await browser.options();
    popup = await browser.popup();
  });
  afterAll(async () => {
    await browser.close();
    await replica.close();
  });
  beforeEach(async () => {
    replica.override('omnidimension', undefined);
    replica.requests.length = 0;
    await tell(control, 'clearAll', {});
    await browser.connect(replica);
    await popup.reload();
  });

  const submit = async (text: string) => {
    await popup.getByRole('searchbox', { name: 'Call ID' }).fill(text);
    await popup.getByRole('button', { name: 'Look up' }).click();
  };
  const waits = () => popup.getByText(/^Waits for OmniDimension until \d/);
  const asked = () => replica.requests.filter(({ path }) => path.includes('/logs/5')).map(({ at }) => at);

  it('is named with the time, and asked again when that has come', async () => {
    replica.override('omnidimension', faults.first(1, faults.rateLimited('omnidimension', '6')));
    await submit('50958');
    await waits().waitFor();
    await popup.getByRole('article', { name: 'Call 50958' }).waitFor({ timeout: 15_000 });
    const [first = 0, second = 0, ...more] = asked();
    expect(second - first).toBeGreaterThanOrEqual(6000);
    expect(second - first).toBeLessThan(7500);
    expect(more).toEqual([]);
  });

  it('is named in every row of a column, over the end of the worker, until the user stops', async () => {
    replica.override('omnidimension', faults.rateLimited('omnidimension', '999999999'));
    await submit('Call ID\n50958\n50959\n50960');
    const capped = popup.getByText(/^OmniDimension asked to wait longer than an hour: it is asked again at/);
    await expect.poll(() => capped.count()).toBe(3);
    await popup.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => capped.count()).toBe(0);
    await popup.getByRole('button', { name: 'Clear list' }).waitFor();
    // What was stopped is not asked when another look-up begins, and that one waits too.
    const before = asked().length;
    expect(before).toBeLessThanOrEqual(3);
  });
});
