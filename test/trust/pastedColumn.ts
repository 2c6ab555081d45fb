import type { Page } from 'playwright-core';
import { startReplica } from '../harness/replica';
import { openBrowser } from '../e2e/helpers/browser';
import { stopWorkerOf } from '../e2e/helpers/stopWorker';
import { anyCall, anyId } from './anyCall';

export interface Pasted {
  rows: number;
  found: number;
  /** Requests that the providers refused. */
  refused: number;
  requests: number;
  /** Rows that were there as soon as the popup was opened again. */
  kept: number;
  seconds: number;
  problems: string[];
}

/**
 * Pastes a column of IDs into the popup, at providers strict at their own numbers. On the way the worker is stopped `kills` times,
 * evenly, and the popup is closed and opened again in the middle.
 */
export async function pasteColumn(counts: Record<string, number>, kills: number): Promise<Pasted> {
  const replica = await startReplica({ strict: true });
  const browser = await openBrowser({ replica });
  const control = await browser.options();
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  const before = replica.requests.length;
  const start = Date.now();
  const ids = Object.entries(counts).flatMap(([provider, count]) =>
    Array.from({ length: count }, (_, i) => anyId[provider]!(i)),
  );

  let popup = await browser.popup();
  await popup.getByRole('searchbox', { name: 'Call ID' }).fill(ids.join('\n'));
  await popup.getByRole('button', { name: 'Look up' }).click();
  let kept = 0;
  const steps = Array.from({ length: kills }, (_, index) => Math.round(((index + 1) * ids.length) / (kills + 1)));
  for (const step of steps) {
    await atLeast(popup, step);
    await stopWorkerOf(browser, control);
    if (kept > 0 || step < ids.length / 3) continue;
    const there = await found(popup).count();
    await popup.close();
    popup = await browser.popup();
    await atLeast(popup, 1);
    kept = await found(popup).count();
    await atLeast(popup, there);
  }
  await popup.getByRole('button', { name: 'Clear list' }).waitFor({ timeout: 20 * 60_000 });
  const result = {
    rows: await popup.getByRole('table', { name: 'Results' }).locator('tbody tr').count(),
    found: await found(popup).count(),
    refused: replica.refused(),
    requests: replica.requests.length - before,
    kept,
    seconds: (Date.now() - start) / 1000,
    problems: [...browser.problems],
  };
  await browser.close();
  await replica.close();
  return result;
}

const found = (popup: Page) => popup.getByRole('table', { name: 'Results' }).getByRole('button');

async function atLeast(popup: Page, count: number): Promise<void> {
  await found(popup)
    .nth(count - 1)
    .waitFor({ timeout: 20 * 60_000 });
}
