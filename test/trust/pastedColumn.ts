import type { Page } from 'playwright-core';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { highlevelCalls, highlevelMessages } from '../harness/calls/highlevel';
import { omnidimensionCalls } from '../harness/calls/omnidimension';
import { reply } from '../harness/faults';
import { type Fault, startReplica } from '../harness/replica';
import { openBrowser } from '../e2e/helpers/browser';
import { stopWorkerOf } from '../e2e/helpers/stopWorker';

/** IDs of calls that there are, as many as wanted. */
const idOf: Record<string, (index: number) => string> = {
  omnidimension: (index) => String(7_000_000 + index),
  dialnexa: (index) => `call_column${index.toString(36).padStart(6, '0')}`,
  highlevel: (index) => index.toString(16).padStart(24, 'c0ffee'),
};

/** Answers for every such ID with one call; everything else is left to the replica. */
const anyCall: Record<string, Fault> = {
  omnidimension: answering(/\/calls\/logs\/(\d+)/, (id) => ({
    call_log_data: [{ ...omnidimensionCalls[0]!.row, id: Number(id) }],
    total_records: 1,
  })),
  dialnexa: answering(/\/call-logs\/(call_\w+)/, (id) => ({ ...dialnexaCalls[0]!.row, call_id: id })),
  // A message of its own for each call: equal requests at once would be one.
  highlevel: (request, response) => {
    const { pathname = '' } = new URL(request.url ?? '', 'http://replica');
    const id = /\/(?:call-logs|messages)\/(\w+)$/.exec(pathname)?.[1];
    if (!id) return false;
    const isMessage = pathname.includes('/messages/');
    const row = isMessage ? highlevelMessages[0]! : { ...highlevelCalls[0]!.row, messageId: `m${id.slice(-19)}` };
    return reply(200, { ...row, id })(request, response);
  },
};

function answering(path: RegExp, body: (id: string) => Parameters<typeof reply>[1]): Fault {
  return (request, response) => {
    const id = path.exec(request.url ?? '')?.[1];
    return id ? reply(200, body(id))(request, response) : false;
  };
}

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
  for (const provider of Object.keys(anyCall)) replica.override(provider, anyCall[provider]);
  const before = replica.requests.length;
  const start = Date.now();
  const ids = Object.entries(counts).flatMap(([provider, count]) =>
    Array.from({ length: count }, (_, i) => idOf[provider]!(i)),
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
