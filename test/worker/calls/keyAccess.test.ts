// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { asFailure } from '../../../lib/errors';
import { providers } from '../../../lib/providers';
import { change } from '../../../lib/storage/item';
import { connectionsItem } from '../../../lib/storage/items';
import { keyAccess } from '../../../lib/worker/calls/keyAccess';
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

test.each(providers)('a key of $name reads what the product asks for', async ({ id, callsOf }) => {
  const { contact, recording, ...others } = await tried(id);
  expect(others).toEqual({ list: 'read', call: 'read' });
  if (callsOf) expect(['read', 'untried']).toContain(contact);
  else expect(contact).toBe('unoffered');
  expect(['read', 'untried']).toContain(recording);
});

test('what a key lacks is told where it lacks it, by its scope', async () => {
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
