// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallSummary } from '../../../lib/call/call';
import { forgetSummaries, knownSummary, rememberSummaries } from '../../../lib/worker/confirm/summaryCache';

const call = (id: string, kind: 'completed' | 'in-progress' = 'completed', connection = 'c'): CallSummary => ({
  ref: { provider: 'dialnexa', connection, id },
  status: { raw: kind, kind },
  flags: [],
});

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

it('a call that has ended stays known', async () => {
  await rememberSummaries([call('1')]);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(await knownSummary(call('1').ref)).toEqual({ call: call('1') });
  expect(await knownSummary(call('2').ref)).toBeUndefined();
  expect(await knownSummary(call('1', 'completed', 'other').ref)).toBeUndefined();
});

it('a call in progress is known until it is time to ask again, and ever later', async () => {
  const running = call('1', 'in-progress');
  const waits: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [known] = await rememberSummaries([running]);
    const wait = known!.refreshIn!;
    waits.push(wait);
    vi.setSystemTime(Date.now() + wait - 1);
    expect(await knownSummary(running.ref)).toEqual({ call: running, refreshIn: wait });
    vi.setSystemTime(Date.now() + 2);
    expect(await knownSummary(running.ref)).toBeUndefined();
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[2]).toBeGreaterThan(waits[0]!);
});

it('the newest thousand are kept', async () => {
  await rememberSummaries(Array.from({ length: 1001 }, (_, index) => call(String(index))));
  expect(await knownSummary(call('0').ref)).toBeUndefined();
  expect(await knownSummary(call('1').ref)).toBeDefined();
  expect(await knownSummary(call('1000').ref)).toBeDefined();
});

it('what one connection told is forgotten alone', async () => {
  await rememberSummaries([call('1'), call('1', 'completed', 'other')]);
  await forgetSummaries('c');
  expect(await knownSummary(call('1').ref)).toBeUndefined();
  expect(await knownSummary(call('1', 'completed', 'other').ref)).toBeDefined();
});
