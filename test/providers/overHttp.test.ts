// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Connection } from '../../lib/call/connection';
import { asFailure } from '../../lib/errors';
import { providerById } from '../../lib/providers';
import { apiOf } from '../../lib/worker/requests/api';
import { callOf } from '../../lib/worker/calls/callOf';
import { blandCalls } from '../harness/calls/bland';
import { synthflowAgents, synthflowCalls } from '../harness/calls/synthflow';
import { type Replica, startReplica } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';
import { wav } from '../harness/wav';

const keys = new Map<string, string>();
// Below it is IndexedDB, which Node has not.
vi.mock('../../lib/worker/keys/keyStore', () => ({ readKey: async (id: string) => keys.get(id) }));

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());
beforeEach(() => {
  Object.assign(browser.permissions, { contains: async () => true });
  replica.requests.length = 0;
});

function account(provider: string) {
  const { key, ...rest } = replica.of(provider);
  keys.set(provider, key);
  const connection: Connection = { id: provider, provider, label: provider, sample: false, ...rest };
  return apiOf(connection, { signal: new AbortController().signal });
}

const calls = { bland: blandCalls, synthflow: synthflowCalls };

describe.each(Object.entries(calls))('%s', (id, made) => {
  const provider = providerById(id);

  test('brings each call, without a problem, from a list and by its ID', async () => {
    const api = account(id);
    const listed: string[] = [];
    for (let cursor: string | undefined = '1'; cursor !== undefined;) {
      const page = await provider.listCalls(api, {}, cursor);
      for (const row of page.rows) expect(provider.toCall(row.id, row.raw).problems).toEqual([]);
      listed.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    }
    for (const { row } of made) {
      const ref = { provider: id, connection: id, id: String(row.call_id) };
      expect(listed).toContain(ref.id);
      const reply = await provider.getCall(api, ref.id);
      expect(reply?.failures).toEqual([]);
      const call = callOf(ref, reply?.raw ?? null);
      expect(call.problems).toEqual([]);
      expect(call.status?.kind).not.toBe('unknown');
    }
  });

  test('knows no other ID, and refuses another key', async () => {
    const other = '00000000-0000-4000-8000-000000000000';
    expect(await provider.getCall(account(id), other)).toBeUndefined();
    const api = account(id);
    keys.set(id, 'another');
    const refused = provider.whoAmI(api);
    expect(asFailure(await refused.catch((error: unknown) => error)).code).toBe('key-rejected');
  });

  test('gives the sound of a call that has any', async () => {
    const api = account(id);
    const source = (row: Row) =>
      provider.recording(id === 'bland' ? row : { call: { response: { calls: [row] } } }, {});
    const found = source(made[0]!.row);
    if (!found || !('request' in found)) throw new Error('no request');
    const { bytes, type } = await api.getBytes(found.request);
    expect([bytes.length, type]).toEqual([wav().length, 'audio/wav']);
    const silent = source(made.find(({ row }) => row.recording_url === null)!.row);
    if (!silent || !('request' in silent)) throw new Error('no request');
    await expect(api.getBytes(silent.request)).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  test('finds the calls of a contact', async () => {
    const found = await provider.callsOf?.(account(id), { phones: ['+14155550142'] });
    expect(found?.rows.length).toBeGreaterThan(1);
    expect(found?.searched.among).toBeUndefined();
  });
});

test('Bland is searched for a number in the notation that its calls have', async () => {
  const found = await providerById('bland').callsOf?.(account('bland'), { phones: ['+15551234567'] });
  expect(found?.rows.map(({ id }) => id)).toEqual([blandCalls[6]!.row.call_id]);
});

test('Synthflow is asked for the name of an agent no more than once', async () => {
  const provider = providerById('synthflow');
  const api = account('synthflow');
  const names = new Map(synthflowAgents.map(({ model_id, name }) => [model_id, name]));
  for (const { row } of synthflowCalls) {
    const reply = await provider.getCall(api, String(row.call_id));
    expect(provider.toCall('', reply?.raw ?? null).agent?.name).toBe(names.get(row.model_id!));
  }
  const asked = replica.requests.filter(({ path }) => /\/assistants\/./.test(path));
  expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
});
