// @vitest-environment node
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { providers } from '../../lib/providers';
import { bearer } from '../../lib/providers/reading/bearer';
import type { Answer, MessageName, Payload } from '../../lib/messages';
import { tidewater } from '../fixtures/providers/tidewater';
import { replicaOf } from '../fixtures/providers/tidewater/replica';
import { type Replica, startReplica } from '../harness/replica';
import { wav } from '../harness/wav';

// Below it are IndexedDB and the key that cannot leave it.
const keys = new Map<string, string>();
vi.mock('../../lib/worker/keys/keyStore', () => ({
  saveKey: async (id: string, _origin: string, key: string) => void keys.set(id, key),
  readKey: async (id: string) => keys.get(id),
}));

/** The same vendor for an account that sends its key as most do. */
const older = { ...tidewater, id: 'olderTidewater', authorize: bearer };

/** The same vendor, were its IDs to look like nothing in particular. */
const shapeless = { ...older, id: 'shapelessTidewater', ids: [{ kind: 'opaque' as const }] };

let replica: Replica;
let signed: Server;
/** What the other host was sent. */
let seen: IncomingHttpHeaders[] = [];
let worker: typeof import('../../lib/worker/answer');
let api: typeof import('../../lib/worker/requests/api');

beforeAll(async () => {
  signed = createServer(({ headers }, response) => {
    seen.push(headers);
    response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(wav());
  }).listen(0, '127.0.0.1');
  await once(signed, 'listening');
  const vendor = replicaOf(`http://127.0.0.1:${(signed.address() as AddressInfo).port}`);
  replica = await startReplica({}, { tidewater: vendor });
  // The one line in the list; the worker reads it when it starts.
  providers.push(tidewater, older, shapeless);
  worker = await import('../../lib/worker/answer');
  api = await import('../../lib/worker/requests/api');
});
afterAll(async () => {
  await replica.close();
  signed.close();
  signed.closeAllConnections();
});
beforeEach(async () => {
  seen = [];
  replica.requests.length = 0;
  Object.assign(browser.permissions, { contains: async () => true });
  await ask('saveConnection', { id: 'c', provider: 'tidewater', label: 'Office', ...replica.of('tidewater') });
});

const ourPage = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') });

async function ask<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  const envelope = await worker.answer({ name, payload }, ourPage() as never);
  if (!envelope || !('ok' in envelope)) throw Object.assign(new Error(name), envelope);
  return envelope.ok as Answer<N>;
}

const request = 'r';

test('pages learn its regions, its account and its words for a key', async () => {
  const info = (await ask('listProviders', {})).find(({ id }) => id === 'tidewater');
  expect(info).toMatchObject({
    regions: [{ name: 'United States' }, { name: 'Europe' }],
    account: [{ name: 'harbour', label: 'Harbour', phrase: 'a harbour' }],
    keyHelp: 'Ask the harbour master for a key and paste it here.',
  });
});

test('the key goes into its own header, and says whose it is', async () => {
  expect(await ask('testConnection', { connection: 'c' })).toEqual({ name: 'North Harbour', calls: 3 });
  expect(replica.requests).toMatchObject([
    { method: 'GET', path: '/v2/me?harbour=north', headers: { 'x-api-key': '…lica' } },
  ]);
  expect(replica.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('a call is looked up, in the vendor’s own words', async () => {
  const found = await ask('lookUp', { id: 't1d_4b8x1z6w', request });
  expect(found).toMatchObject({
    found: {
      call: {
        ref: { provider: 'tidewater', connection: 'c', id: 't1d_4b8x1z6w' },
        status: { raw: 'washed_up', kind: 'failed' },
        meanings: { status: 'The line was lost before anyone spoke.' },
      },
    },
  });
  const other = await ask('lookUp', { id: 't1d_9f3k2m7q', request });
  expect(other).toMatchObject({
    found: {
      call: {
        meanings: { endReason: 'The harbour had closed for the night.' },
        actions: [{ type: 'HOIST_FLAG', typeName: 'Hoisted a flag', name: 'Flag for the night watch' }],
      },
    },
  });
  expect(await ask('lookUp', { id: 't1d_00000000', request })).toMatchObject({
    asked: [{ connection: 'c', failure: { code: 'not-found' } }],
  });
});

test('its list is asked for by POST and goes on where its cursor says', async () => {
  const list = { connection: 'c', filters: {}, request };
  const first = await ask('listCalls', list);
  expect(first).toMatchObject({
    calls: [{ ref: { id: 't1d_9f3k2m7q' } }, { ref: { id: 't1d_4b8x1z6w' } }],
    next: 'tide:~~',
  });
  const second = await ask('listCalls', { ...list, cursor: first.next });
  expect(second.calls).toMatchObject([{ ref: { id: 't1d_2c5v8n0p' } }]);
  expect(second.next).toBeUndefined();
  const filtered = await ask('listCalls', { ...list, filters: { state: 'washed_up', unknown: 'x' } });
  expect(filtered.calls.map(({ ref }) => ref.id)).toEqual(['t1d_4b8x1z6w']);
  expect(replica.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array.from({ length: 3 }, () => 'POST /v2/calls/search'),
  );
});

describe('what the account needs beside its key', () => {
  const withoutHarbour = () =>
    ask('saveConnection', {
      id: 'c',
      provider: 'tidewater',
      label: 'Office',
      key: replica.of('tidewater').key,
      baseUrl: replica.of('tidewater').baseUrl,
    });

  test('may stand in the address of the page on screen', async () => {
    await withoutHarbour();
    const address = 'https://app.tidewater.example/north/calls';
    expect(await ask('lookUp', { id: 't1d_9f3k2m7q', address, request })).toHaveProperty('found');
    const elsewhere = 'https://crm.example.com/north/calls';
    expect(await ask('lookUp', { id: 't1d_4b8x1z6w', address: elsewhere, request })).toMatchObject({
      asked: [{ failure: { code: 'account-missing', field: 'a harbour' } }],
    });
  });

  test('is named where it is missing, and no request leaves', async () => {
    await withoutHarbour();
    await expect(ask('listCalls', { connection: 'c', filters: {}, request })).rejects.toMatchObject({
      failure: { code: 'account-missing', field: 'a harbour' },
    });
    expect(replica.requests).toEqual([]);
  });

  test('is refused where it cannot be one', async () => {
    const input = { id: 'd', provider: 'tidewater', label: 'x', account: { harbour: 'a/b' } };
    await expect(ask('saveConnection', input)).rejects.toMatchObject({ failure: { code: 'unexpected' } });
  });
});

// Each is tried three times, with pauses between.
test('an account is asked in its region', { timeout: 30_000 }, async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
  for (const [region, host] of [
    [undefined, 'api.tidewater.example'],
    ['eu', 'api.eu.tidewater.example'],
  ] as const) {
    await ask('saveConnection', {
      id: 'c',
      provider: 'tidewater',
      label: 'Office',
      region,
      account: { harbour: 'north' },
      // At another address a key has to be entered anew.
      key: replica.of('tidewater').key,
    });
    await expect(ask('testConnection', { connection: 'c' })).rejects.toMatchObject({ failure: { host } });
  }
  fetched.mockRestore();
});

describe('a recording that takes the key', () => {
  const recording = async (provider: typeof tidewater, id: string) => {
    await ask('saveConnection', { id: 'c', provider: 'tidewater', label: 'Office', ...replica.of('tidewater') });
    const connection = { id: 'c', provider: provider.id, label: 'Office', sample: false, ...replica.of('tidewater') };
    const account = api.apiOf(connection, { signal: new AbortController().signal });
    const reply = await provider.getCall(account, id);
    const source = provider.recording(reply?.raw ?? null, account.account);
    if (!source || !('request' in source)) throw new Error('no request');
    return account.getBytes(source.request);
  };

  test('is fetched with it', async () => {
    const { bytes, type } = await recording(tidewater, 't1d_9f3k2m7q');
    expect([bytes.length, type]).toEqual([wav().length, 'audio/x-wav']);
  });

  test('is followed to another host, without the key', async () => {
    const { bytes } = await recording(older, 't1d_4b8x1z6w');
    expect(bytes.length).toBe(wav().length);
    expect(seen).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain(replica.of('tidewater').key);
  });

  test('is not followed with a key that would go along', async () => {
    await expect(recording(tidewater, 't1d_4b8x1z6w')).rejects.toMatchObject({ failure: { code: 'unexpected' } });
    expect(seen).toEqual([]);
    expect(replica.requests.some(({ path }) => path.includes('audio'))).toBe(false);
  });

  test('is not followed where the request does not say so', async () => {
    const connection = { id: 'c', provider: older.id, label: 'Office', sample: false, ...replica.of('tidewater') };
    const account = api.apiOf(connection, { signal: new AbortController().signal });
    const path = '/calls/t1d_4b8x1z6w/audio';
    await expect(account.getBytes({ path, query: { as: 'signed' } })).rejects.toMatchObject({
      failure: { code: 'unreachable' },
    });
    expect(seen).toEqual([]);
  });
});

describe('IDs that look like nothing in particular', () => {
  const id = 't1d_9f3k2m7q';
  beforeEach(() =>
    ask('saveConnection', { id: 's', provider: shapeless.id, label: 'Shapeless', ...replica.of('tidewater') }),
  );

  test('are any words, where the user chose the provider', async () => {
    expect(await ask('findIds', { text: ' berth-7 \n x9 berth-7', provider: shapeless.id })).toEqual([
      { id: 'berth-7', providers: [shapeless.id] },
      { id: 'x9', providers: [shapeless.id] },
    ]);
    await expect(ask('findIds', { text: 'berth-7 x9' })).rejects.toMatchObject({ failure: { code: 'no-ids' } });
  });

  test('are asked about there and nowhere else', async () => {
    const found = await ask('lookUp', { id, providers: [shapeless.id], request });
    expect(found).toMatchObject({ found: { call: { ref: { connection: 's' } } } });
    await expect(ask('lookUp', { id: 'berth-7', request })).rejects.toMatchObject({ failure: { code: 'no-ids' } });
    replica.requests.length = 0;
    expect(await ask('lookUp', { id: 't1d_11111111', request })).toMatchObject({ asked: [{ connection: 'c' }] });
    expect(replica.requests).toHaveLength(1);
  });
});

test('a request that is under way is not sent a second time; another body is another request', async () => {
  const connection = { id: 'c', provider: 'tidewater', label: 'Office', sample: false, ...replica.of('tidewater') };
  const { request: send } = api.apiOf(connection, { signal: new AbortController().signal });
  const search = (state: string) =>
    send({ method: 'POST', path: '/calls/search', body: { where: { harbour: 'north', state }, after: null } });
  await Promise.all([search('completed'), search('completed'), search('washed_up')]);
  expect(replica.requests).toHaveLength(2);
});

test('its IDs are found in a text and let through by the test of whole pages', async () => {
  const { prefilter } = await import('../../lib/page/detect/prefilter');
  const { labels } = await import('../../lib/providers/labels');
  const { labelsOf } = await import('../../lib/page/detect/labels');
  const { compileRules } = await import('../../lib/page/detect/rules');
  const { idShapes } = await import('../../lib/providers/idShapes');
  const found = await ask('findIds', { text: 'Moored after t1d_9f3k2m7q, then nothing.' });
  expect(found).toEqual([{ id: 't1d_9f3k2m7q', providers: ['tidewater', 'olderTidewater'] }]);
  const open = prefilter(idShapes, labels, compileRules([]));
  expect(open('Moored after t1d_9f3k2m7q.', () => '', false)).toContain('Moored after '.length);
  expect(labelsOf(labels).before('Tidewater ID ')).toMatchObject({ text: 'Tidewater ID', isStrong: true });
});

test('no file but its own folder names it', () => {
  const folders = ['lib', 'components', 'entrypoints', 'locales', 'test', 'demo'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`),
  );
  const naming = ['wxt.config.ts', ...files].filter((file) => /tidewater/i.test(readFileSync(file, 'utf8')));
  const others = naming.filter((file) => !/^test\/(?:fixtures\/providers\/|.*\/inventedVendor)/.test(file));
  expect(others).toEqual([]);
});
