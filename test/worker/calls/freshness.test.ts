import { expect, it } from 'vitest';
import { refreshIn } from '../../../lib/worker/calls/freshness';

const going = { status: { kind: 'in-progress', raw: 'ongoing' } } as const;

it('asks for a call in progress after 5 s, then half as long again, two minutes at most', () => {
  expect([0, 1, 2, 3].map((refreshes) => refreshIn(going, refreshes))).toEqual([5000, 7500, 11_250, 16_875]);
  expect([8, 39].map((refreshes) => refreshIn(going, refreshes))).toEqual([120_000, 120_000]);
});

it('leaves a call alone that never ends, one that ended, and one of no status', () => {
  expect(refreshIn(going, 40)).toBeUndefined();
  expect(refreshIn({ status: { kind: 'completed', raw: 'done' } }, 0)).toBeUndefined();
  expect(refreshIn({}, 0)).toBeUndefined();
});
