// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallSummary } from '../../lib/call/call';
import type { Connection } from '../../lib/call/connection';
import { remember } from '../../lib/storage/callCache';
import { isLately } from '../../lib/storage/stamp';
import { knownCall } from '../../lib/worker/calls/lookUp';
import { callOf } from '../../lib/worker/calls/callOf';
import { spend } from '../../lib/worker/confirm/budget';
import { isRejected, reject } from '../../lib/worker/confirm/notFoundCache';
import { knownSummary, rememberSummaries } from '../../lib/worker/confirm/summaryCache';
import { isTooMany } from '../../lib/worker/messageRate';

// Each case fails with its stored time believed: `at > now - span` in place of `isLately`.

const day = 24 * 60 * 60_000;
const today = Date.parse('2026-11-26T12:00:00Z');
const ref = { provider: 'omnidimension', connection: 'a', id: '50958' };
const status = { raw: 'in-progress', kind: 'in-progress' as const };

beforeEach(() => void vi.useFakeTimers({ now: today, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const page = 'https://crm.example/';
const spendAll = () => spend(7, page, { requests: 30, mentions: 1, pointed: false });
const connections: Connection[] = [{ id: 'a', provider: 'omnidimension', label: 'A', sample: false }];
const summary: CallSummary = { ref, status, flags: [] };

/** Whether what was stored before still counts. */
const stored: [what: string, store: () => unknown, counts: () => unknown][] = [
  ['a page’s spent requests', spendAll, async () => !(await spendAll())],
  ['an ID that was not found', () => reject(connections, ['1']), () => isRejected(connections, '1')],
  ['a summary of a call in progress', () => rememberSummaries([summary]), async () => !!(await knownSummary(ref))],
  [
    'a call in progress',
    () =>
      remember({
        call: { ...callOf(ref, { call_log_data: [{ id: 50958 }] }), status },
        fetchedAt: new Date().toISOString(),
        failures: [],
        refreshes: 0,
      }),
    async () => !!(await knownCall(ref)),
  ],
  [
    'a tab’s messages',
    () => Array.from({ length: 60 }, () => isTooMany(1, 'openCall')),
    () => isTooMany(1, 'openCall'),
  ],
];

it.each(stored)('%s: counts now, and not when the clock jumps a day either way', async (_, store, counts) => {
  await store();
  expect(await counts()).toBe(true);
  for (const jump of [day, -day]) {
    vi.setSystemTime(today);
    await store();
    vi.setSystemTime(today + jump);
    expect(await counts(), String(jump)).toBe(false);
    // What was stored by the other clock does not stay in the way.
    await store();
    expect(await counts(), String(jump)).toBe(true);
  }
});

it('a time is believed up to now, and no longer than it holds', () => {
  expect([0, 999, 1000, -1].map((ago) => isLately(today - ago, 1000))).toEqual([true, true, false, false]);
});
