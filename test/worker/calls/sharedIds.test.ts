// @vitest-environment node
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answer } from '../../../lib/worker/answer';
import type { Answer, MessageName, Payload } from '../../../lib/messages';
import { type Replica, startReplica } from '../../harness/replica';

// Below it are IndexedDB and the key that cannot leave it.
const keys = new Map<string, string>();
vi.mock('../../../lib/worker/keys/keyStore', () => ({
  saveKey: async (id: string, _origin: string, key: string) => void keys.set(id, key),
  readKey: async (id: string) => keys.get(id),
}));

/** Both providers' IDs begin alike. */
const connected = ['dialnexa', 'retell'];

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

async function ask<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  const page = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
  const envelope = await answer({ name, payload }, page as never);
  if (!envelope || !('ok' in envelope)) throw Object.assign(new Error(name), envelope);
  return envelope.ok as Answer<N>;
}

/** Whom a look-up asked, and what it said. */
async function lookUp(id: string) {
  Object.assign(browser.permissions, { contains: async () => true });
  for (const provider of connected)
    await ask('saveConnection', { id: provider, provider, label: provider, ...replica.of(provider) });
  replica.requests.length = 0;
  const said = await ask('lookUp', { id, request: 'r' });
  return { said, asked: new Set(replica.requests.map(({ provider }) => provider)) };
}

test('an ID that two providers may have is asked of both, and the one that knows it answers', async () => {
  const id = 'call_5a82f0a43ea0977566b1104fcfc';
  const { said, asked } = await lookUp(id);
  expect(said).toMatchObject({ found: { call: { ref: { provider: 'retell', id }, agent: { name: 'Appointments' } } } });
  expect([...asked].sort()).toEqual(connected);
});

test('where neither knows it, each is named with what it said', async () => {
  const { said } = await lookUp(`call_${'0'.repeat(27)}`);
  expect(said).toMatchObject({ asked: connected.map(() => ({ failure: { code: 'not-found' } })) });
});

test('an ID of the one shape alone leaves for no other', async () => {
  const { said, asked } = await lookUp('call_p3h6tk0wsd9a');
  expect(said).toMatchObject({ found: { call: { ref: { provider: 'dialnexa' } } } });
  expect([...asked]).toEqual(['dialnexa']);
});
