// @vitest-environment node
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Call } from '../../../lib/call/call';
import type { Answer, MessageName, Payload } from '../../../lib/messages';
import { providers } from '../../../lib/providers';
import { change, read } from '../../../lib/storage/item';
import { connectionsItem, describedItem } from '../../../lib/storage/items';
import type { Description } from '../../../lib/providers/described/schema';
import { importDescribed } from '../../../lib/worker/described/change';
import { reloadProviders } from '../../../lib/worker/described/ready';
import { answer } from '../../../lib/worker/answer';
import { acme, ultravox, ultravoxCall } from '../../harness/described';
import { type Replica, startReplica } from '../../harness/replica';

// Below it are IndexedDB and the key that cannot leave it.
const keys = new Map<string, string>();
vi.mock('../../../lib/worker/keys/keyStore', () => ({
  saveKey: async (id: string, _origin: string, key: string) => void keys.set(id, key),
  readKey: async (id: string) => keys.get(id),
  removeKey: async (id: string) => void keys.delete(id),
  clearKeys: async () => keys.clear(),
  keepKeys: async () => {},
}));

const file = (name: string) => readFileSync(`docs/providers/${name}.json`, 'utf8');
const ourPage = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') });

async function ask<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  const envelope = await answer({ name, payload }, ourPage() as never);
  if (!envelope || !('ok' in envelope)) throw Object.assign(new Error(JSON.stringify(envelope)), envelope);
  return envelope.ok as Answer<N>;
}

async function found(id: string): Promise<Call> {
  const said = await ask('lookUp', { id, request: 'r' });
  if (!('found' in said)) throw new Error(JSON.stringify(said));
  return said.found.call;
}

/** What a fresh profile begins with. */
async function clear(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  keys.clear();
  await reloadProviders();
}

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({}, { 'acme-voice': acme, ultravox });
});
afterAll(() => replica.close());
beforeEach(async () => {
  Object.assign(browser.permissions, { contains: async () => true });
  await clear();
  await ask('addProvider', { text: file('internal-example') });
  await ask('addProvider', { text: file('ultravox') });
  for (const provider of ['acme-voice', 'ultravox'])
    await ask('saveConnection', { id: provider, provider, label: provider, ...replica.of(provider) });
  replica.requests.length = 0;
});

describe('a system of one’s own', () => {
  test('is asked whose key it is by its list, a POST', async () => {
    expect(await ask('testConnection', { connection: 'acme-voice' })).toEqual({ calls: 3 });
    expect(replica.requests).toMatchObject([{ method: 'POST', path: '/v1/conversations/search' }]);
  });

  test('has its call in our fields, kinds and units', async () => {
    const call = await found('av_9f3k2m7q4b8x');
    expect(call).toMatchObject({
      status: { raw: 'DONE', kind: 'completed' },
      sentiment: { raw: 'happy', kind: 'positive' },
      sentimentReason: 'Thanked twice.',
      direction: 'inbound',
      agent: { id: 'bot-7', name: 'Front desk' },
      from: '+14155550100',
      to: '+14155550199',
      contactId: 'c-88',
      customerName: 'Maria Lopez',
      startedAt: { text: '1795773600', iso: '2026-11-27T10:00:00.000Z' },
      duration: 61.5,
      endReason: 'goal_reached',
      meanings: { endReason: 'Everything that was to be asked was answered.' },
      summary: 'Booked a table for two.',
      flags: ['transferred'],
      issues: ['The line was noisy.'],
      extracted: [
        { name: 'guests', value: 2, pointer: '/call/data/answers/guests' },
        { name: 'name', value: 'Maria Lopez' },
      ],
      actions: [
        {
          type: 'BOOK',
          name: 'Book a table',
          at: { iso: '2026-11-27T10:00:40.000Z' },
          parameters: [{ name: 'guests', value: 2 }],
          result: { table: 4 },
          succeeded: true,
          pointer: '/call/data/steps/0',
        },
      ],
      metrics: [
        { name: 'cost', value: 0.42, unit: 'usd', pointer: '/call/data/cost_cents' },
        { name: 'first_answer', value: 0.85, unit: 'seconds' },
      ],
      recording: { kind: 'request', pointer: '/call/data/has_audio' },
      problems: [],
    });
    expect(call.transcripts).toMatchObject([
      {
        turns: [
          { speaker: 'agent', speakerRaw: 'B', text: 'Front desk, how can I help?', offset: 0.4, endOffset: 2.1 },
          { speaker: 'customer', speakerRaw: 'C', text: 'A table for two, please.', offset: 2.5, endOffset: 4.1 },
        ],
      },
    ]);
  });

  test('has its secrets masked, and nothing of its reply lost', async () => {
    const call = await found('av_9f3k2m7q4b8x');
    expect(call.masked).toEqual(['/call/data/debug/api_key']);
    expect(JSON.stringify(call)).not.toContain('4eC39HqLyjWDarjtT1zdp7dc');
    expect(call.raw).toMatchObject({ call: { data: { outcome: 'DONE' }, took: 3 } });
  });

  test('lists its calls page by page, by its own filter', async () => {
    const list = { connection: 'acme-voice', request: 'l' };
    const first = await ask('listCalls', { ...list, filters: {} });
    expect(first).toMatchObject({ total: 3, next: '2' });
    expect(first.calls).toMatchObject([
      { ref: { id: 'av_9f3k2m7q4b8x' }, status: { kind: 'completed' }, duration: 61.5 },
      { ref: { id: 'av_1z6w2c5v8n0p' }, status: { kind: 'no-answer' } },
    ]);
    const second = await ask('listCalls', { ...list, filters: {}, cursor: first.next });
    expect(second.calls.map(({ ref }) => ref.id)).toEqual(['av_7h5g3f1d9s2a']);
    expect(second.next).toBeUndefined();
    const crashed = await ask('listCalls', { ...list, filters: { outcome: 'CRASHED', other: 'x' } });
    expect(crashed.calls.map(({ ref }) => ref.id)).toEqual(['av_7h5g3f1d9s2a']);
  });

  test('says of an unknown ID and of a wrong key what any provider says', async () => {
    const said = await ask('lookUp', { id: 'av_000000000000', request: 'r' });
    expect(said).toMatchObject({ asked: [{ connection: 'acme-voice', failure: { code: 'not-found' } }] });
    keys.set('acme-voice', 'another');
    await expect(ask('testConnection', { connection: 'acme-voice' })).rejects.toMatchObject({
      failure: { code: 'key-rejected', said: 'No such key.' },
    });
  });
});

describe('a vendor described by its documents', () => {
  const id = String(ultravoxCall.callId);

  test('has call and transcript in one, the transcript by the cursor in an address that is not asked', async () => {
    const call = await found(id);
    expect(call).toMatchObject({
      status: { raw: 'agent_hangup', kind: 'completed' },
      agent: { name: 'Opening hours' },
      startedAt: { iso: '2026-11-20T09:00:02.000Z' },
      duration: 60,
      meanings: { endReason: 'The agent hung up.' },
      summary: 'Asked for opening hours.',
      recording: { kind: 'none' },
      metrics: [{ name: 'billedDuration', value: '60s', unit: 'text' }],
      problems: [],
    });
    expect(call.masked).toEqual(['/call/joinUrl']);
    expect(call.transcripts[0]?.turns.map(({ speaker, text, offset }) => [speaker, text, offset])).toEqual([
      ['agent', 'Hello!', 0.5],
      ['customer', 'When do you open?', 2],
      ['tool', '{"day":"today"}', undefined],
      ['agent', 'At nine.', 4],
    ]);
    expect(replica.requests.map(({ path }) => path)).toEqual([
      `/api/calls/${id}`,
      `/api/calls/${id}/messages?pageSize=200&mode=in_call`,
      `/api/calls/${id}/messages?pageSize=200&mode=in_call&cursor=2`,
    ]);
    expect(replica.requests[0]?.headers).toMatchObject({ 'x-api-key': '…0001' });
    expect(replica.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('is shown without a transcript that does not come', async () => {
    replica.override('ultravox', ({ url = '' }, response) => {
      if (!url.includes('/messages')) return false;
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"detail":"Not for this key."}');
      return undefined;
    });
    const said = await ask('getCall', {
      ref: { provider: 'ultravox', connection: 'ultravox', id },
      refresh: true,
      request: 'g',
    });
    replica.override('ultravox', undefined);
    expect(said.call.transcripts).toEqual([]);
    expect(said.failures).toMatchObject([
      { what: 'transcript', failure: { code: 'no-access', said: 'Not for this key.' } },
    ]);
  });
});

describe('the described providers', () => {
  const ids = () => providers.map(({ id }) => id);

  test('are told to pages, their shapes and labels to content scripts, and add no samples', async () => {
    const infos = await ask('listProviders', {});
    expect(infos.find(({ id }) => id === 'acme-voice')).toMatchObject({
      name: 'Acme Voice',
      regions: [{ name: 'Europe' }, { name: 'United States' }],
      keyPage: '',
      samples: [],
    });
    expect(await ask('findIds', { text: 'Rang back after av_9f3k2m7q4b8x.' })).toEqual([
      { id: 'av_9f3k2m7q4b8x', providers: ['acme-voice'] },
    ]);
    expect((await ask('addSamples', {})).filter(({ provider, sample }) => sample && provider === 'ultravox')).toEqual(
      [],
    );
  });

  test('are replaced by a file of the same ID, and forgotten with their connections', async () => {
    const renamed = { ...(JSON.parse(file('internal-example')) as object), name: 'Acme Calls' };
    expect(await ask('addProvider', { text: JSON.stringify(renamed) })).toEqual({ name: 'Acme Calls' });
    expect(ids().filter((id) => id === 'acme-voice')).toHaveLength(1);
    await ask('removeProvider', { provider: 'acme-voice' });
    expect(ids()).not.toContain('acme-voice');
    expect((await read(connectionsItem)).map(({ provider }) => provider)).toEqual(['ultravox']);
    expect([...keys.keys()]).toEqual(['ultravox']);
    await ask('saveConnection', { id: 'v', provider: 'vapi', label: 'Vapi', key: 'another' });
    await ask('removeProvider', { provider: 'vapi' });
    expect(ids()).toContain('vapi');
    expect(keys.has('v')).toBe(true);
  });

  test('go with the settings and come back beside those there are', async () => {
    const { providers: exported } = JSON.parse(await ask('exportSettings', {})) as { providers: Description[] };
    await clear();
    expect(ids()).not.toContain('acme-voice');
    await ask('addProvider', { text: file('ultravox') });
    expect(await importDescribed(exported)).toBe(1);
    expect(ids().slice(-2)).toEqual(['ultravox', 'acme-voice']);
    expect(await importDescribed(exported)).toBe(0);
    expect((await read(describedItem)).map(({ name }) => name)).toEqual(['Ultravox', 'Acme Voice']);
  });

  test('are as many as can be understood', async () => {
    await change(describedItem, ([first, ...others]) => [{ ...first!, text: '{"id":"acme-voice"}' }, ...others]);
    await reloadProviders();
    expect(ids()).not.toContain('acme-voice');
    expect(ids()).toContain('ultravox');
    const said = await ask('lookUp', { id: String(ultravoxCall.callId), request: 'r' });
    expect('found' in said).toBe(true);
  });

  test('take no ID and no name of another provider', async () => {
    const description = JSON.parse(file('internal-example')) as Description;
    const vapi = JSON.stringify({ ...description, id: 'vapi' });
    const named = JSON.stringify({ ...description, id: 'other', name: 'retell ai' });
    for (const text of [vapi, named]) {
      const said = await ask('addProvider', { text });
      expect('problems' in said && said.problems).toEqual([expect.stringMatching(/^There is another provider with/)]);
    }
    expect(await importDescribed([{ ...description, id: 'vapi' }])).toBe(0);
  });
});
