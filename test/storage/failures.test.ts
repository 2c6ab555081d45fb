import { expect, test } from 'vitest';
import { noteFailure } from '../../lib/storage/failures';
import { read } from '../../lib/storage/item';
import { failuresItem } from '../../lib/storage/requestItems';

test('failures are counted by code, none lost of many at once', async () => {
  const codes = ['timed-out', 'unreachable'] as const;
  await Promise.all(Array.from({ length: 40 }, (_, index) => noteFailure(codes[index % 2]!)));
  const all = await read(failuresItem);
  expect(Object.keys(all).sort()).toEqual(['timed-out', 'unreachable']);
  expect(all['timed-out']?.count).toBe(20);
  expect(all['unreachable']?.count).toBe(20);
});

test('what the user stopped is none', async () => {
  await noteFailure('canceled');
  expect(await read(failuresItem)).toEqual({});
});
