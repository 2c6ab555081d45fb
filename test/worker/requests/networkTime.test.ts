// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { networkTime } from '../../../lib/worker/requests/networkTime';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const takes = (milliseconds: number) => () => new Promise<void>((done) => setTimeout(done, milliseconds));

it('is used up by all requests of a look-up together, those at once counted once', async () => {
  const time = networkTime(1000);
  await Promise.all([time.run(takes(400)), time.run(takes(400)), vi.advanceTimersByTimeAsync(400)]);
  void time.run(takes(1000));
  await vi.advanceTimersByTimeAsync(599);
  expect(time.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(time.signal.reason.name).toBe('TimeoutError');
});

it('stands still while nothing is under way', async () => {
  const time = networkTime(1000);
  await Promise.all([time.run(takes(400)), vi.advanceTimersByTimeAsync(400)]);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(time.signal.aborted).toBe(false);
});

it('ends within 25 s', async () => {
  const time = networkTime();
  void time.run(takes(60_000));
  await vi.advanceTimersByTimeAsync(25_000);
  expect(time.signal.aborted).toBe(true);
});
