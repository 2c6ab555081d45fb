// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keyOf } from '../../../lib/worker/policy/keyOf';

const key = 'key-of-the-policy';
const held = (baseUrl: string | undefined) => {
  const connections = [{ id: 'sales', provider: 'retell', key, ...(baseUrl && { baseUrl }) }];
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({ connections }));
};
const connection = {
  id: 'policy:sales',
  provider: 'retell',
  label: 'Sales',
  sample: false,
  managed: { key: 'byPolicy' as const },
};

test('the key of a policy is for the address that the policy has, and no other', async () => {
  held('https://calls.example.com/retell');
  expect(await keyOf(connection, 'https://calls.example.com')).toBe(key);
  expect(await keyOf(connection, 'https://api.retellai.com')).toBeUndefined();
  // The policy has another address by now, and the connection is not known to be another yet.
  held('https://other.example.com');
  expect(await keyOf(connection, 'https://calls.example.com')).toBeUndefined();
  held(undefined);
  expect(await keyOf(connection, 'https://api.retellai.com')).toBe(key);
});
