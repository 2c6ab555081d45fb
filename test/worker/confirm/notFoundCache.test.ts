import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isRejected, reject } from '../../../lib/worker/confirm/notFoundCache';

const one = { id: 'a', provider: 'dialnexa', label: 'Clinic', keyEnd: '1234', sample: false };
const other = { ...one, id: 'b' };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 4) }));
afterEach(() => void vi.useRealTimers());

it('an ID that connections do not know is not asked about for half an hour', async () => {
  await reject([one, other], ['call_1', 'call_2']);
  expect(await isRejected([other, one], 'call_1')).toBe(true);
  expect(await isRejected([one, other], 'call_3')).toBe(false);
  vi.advanceTimersByTime(30 * 60_000 - 1);
  expect(await isRejected([one, other], 'call_2')).toBe(true);
  vi.advanceTimersByTime(1);
  expect(await isRejected([one, other], 'call_2')).toBe(false);
});

it('another connection, key, address or location may know it', async () => {
  await reject([one], ['call_1']);
  expect(await isRejected([one], 'call_1')).toBe(true);
  for (const changed of [{ keyEnd: '5678' }, { baseUrl: 'https://gateway.example.com' }]) {
    expect(await isRejected([{ ...one, ...changed }], 'call_1')).toBe(false);
  }
  expect(await isRejected([one, other], 'call_1')).toBe(false);
});
