// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { asFailure } from '../../../lib/errors';
import { providers } from '../../../lib/providers';
import { change, read } from '../../../lib/storage/item';
import { connectionsItem, memoryItem } from '../../../lib/storage/items';
import { keyAccess } from '../../../lib/worker/calls/keyAccess';
import { getReply } from '../../../lib/worker/calls/lookUp';
import { highlevelCalls } from '../../harness/calls/highlevel';
import { missingScope, only } from '../../harness/faults';
import { type Replica, startReplica } from '../../harness/replica';

const keys = new Map<string, string>();
// Below it is IndexedDB, which Node has not.
vi.mock('../../../lib/worker/keys/keyStore', () => ({ readKey: async (id: string) => keys.get(id) }));

let replica: Replica;
beforeAll(async () => {
  Object.assign(browser.permissions, { contains: async () => true });
  replica = await startReplica();
});
afterAll(() => replica.close());
beforeEach(() =>
  change(connectionsItem, () =>
    providers.map(({ id }) => {
      const { key, ...account } = replica.of(id);
      keys.set(id, key);
      return { id, provider: id, label: id, sample: false, ...account };
    }),
  ),
);

const tried = async (provider: string, signal = new AbortController().signal) =>
  Object.fromEntries((await keyAccess(provider, signal)).map(({ part, name, result }) => [name ?? part, result]));

/** By the calls that each replica lists first: not every one states a number, or was recorded. */
const expected: Record<string, [contact: string, recording: string]> = {
  omnidimension: ['read', 'read'],
  dialnexa: ['untried', 'untried'],
  highlevel: ['untried', 'untried'],
  retell: ['read', 'read'],
  vapi: ['unoffered', 'read'],
  elevenlabs: ['unoffered', 'untried'],
  bland: ['read', 'read'],
  synthflow: ['read', 'read'],
};

test.each(providers)('a key of $name reads what the product asks for', async ({ id }) => {
  const [contact, recording] = expected[id] ?? [];
  expect(await tried(id)).toEqual({ list: 'read', call: 'read', contact, recording });
});

test('of a recording that takes the key a byte is asked for', async () => {
  await tried('bland');
  const { headers } = replica.requests.findLast(({ path }) => path.includes('recording'))!;
  expect(headers['range']).toBe('bytes=0-0');
});

test('what a key lacks is told where it lacks it, by its scope, whatever was read with it before', async () => {
  for (const { row } of highlevelCalls) {
    const ref = { provider: 'highlevel', connection: 'highlevel', id: String(row.id) };
    await getReply(ref, { signal: new AbortController().signal });
  }
  expect(Object.keys(await read(memoryItem))).toContainEqual(expect.stringMatching(/^highlevel\/agent\//));
  replica.override('highlevel', only(/\/voice-ai\/agents\//, missingScope));
  const found = await tried('highlevel');
  replica.override('highlevel', undefined);
  expect(found).toMatchObject({ list: 'read', call: 'read' });
  expect(found['agent’s name']).toMatchObject({
    failure: { code: 'scope-missing', scope: 'voice-ai-agents.readonly' },
  });
});

test('a wrong key reads nothing, and nothing more than the list is asked with it', async () => {
  keys.set('retell', 'another');
  replica.requests.length = 0;
  expect(await tried('retell')).toMatchObject({
    list: { failure: { code: 'key-rejected' } },
    call: 'untried',
    contact: 'untried',
    recording: 'untried',
  });
  expect(replica.requests).toHaveLength(1);
});

test('it stops when it is told to', async () => {
  const stop = new AbortController();
  const asked = tried('omnidimension', stop.signal);
  stop.abort();
  expect(asFailure(await asked.catch((error: unknown) => error)).code).toBe('canceled');
});
