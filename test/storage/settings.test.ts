import { expect, test } from 'vitest';
import { migrateConnections } from '../../lib/storage/settings';

test('connections of version 1 keep their location', () => {
  const base = { id: 'c', provider: 'highlevel', label: 'Clinic', sample: false, keyEnd: 'c0de' };
  expect(
    migrateConnections([
      { ...base, locationId: 've9EPM428h8vShlRW1KT' },
      { ...base, id: 'd' },
    ]),
  ).toEqual([
    { ...base, account: { locationId: 've9EPM428h8vShlRW1KT' } },
    { ...base, id: 'd' },
  ]);
});
