import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { providers } from '../../lib/providers';
import { reply } from '../harness/faults';
import { findNginx } from '../harness/findNginx.mjs';
import { type Gateway, startGateway } from '../harness/gateway';
import { providerIds, type Replica, secrets, startReplica } from '../harness/replica';

let replica: Replica;
let gateway: Gateway;
const accounts = () => Object.fromEntries(providerIds.map((id) => [id, replica.of(id)]));

/** Asks as a person of the gateway. */
const ask = (path: string, headers: Record<string, string> = {}, token = gateway.tokens[0]!) =>
  fetch(gateway.address + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
const asked = () => replica.requests.length;

describe.skipIf(!findNginx())('the gateway (skipped where there is no nginx)', () => {
  beforeAll(async () => {
    replica = await startReplica();
    gateway = await startGateway({ accounts: accounts(), tokens: 3 });
  });
  afterAll(async () => {
    await gateway?.stop();
    await replica?.close();
  });
  beforeEach(() => {
    for (const id of providerIds) replica.override(id, undefined);
    replica.requests.length = 0;
  });

  test('asks for a call that is over once for everybody', async () => {
    const replies = await Promise.all(
      gateway.tokens.flatMap((token) => [1, 2, 3].map(() => ask('/omnidimension/calls/logs/3517893', {}, token))),
    );
    const texts = await Promise.all(replies.map((each) => each.text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('3517893');
    expect(asked()).toBe(1);
  });

  test('asks for a call in progress each time, and once more when it has ended', async () => {
    const id = '019a9a5e-0000-7000-8000-000000000000';
    const call = (status: string) => reply(200, { id, status });
    replica.override('vapi', call('in-progress'));
    for (const time of [1, 2, 3]) {
      expect(await (await ask(`/vapi/call/${id}`)).json()).toEqual({ id, status: 'in-progress' });
      expect(asked()).toBe(time);
    }
    replica.override('vapi', call('ended'));
    for (const _ of [1, 2]) expect(await (await ask(`/vapi/call/${id}`)).json()).toEqual({ id, status: 'ended' });
    expect(asked()).toBe(4);
  });

  test('keeps no list, no refusal and nothing that is not JSON', async () => {
    await ask('/vapi/call?limit=1');
    await ask('/vapi/call?limit=1');
    expect(asked()).toBe(2);
    const path = '/vapi/call/019a9a5e-0000-7000-8000-000000000001';
    replica.override('vapi', reply(200, '<h1>ended</h1>', { 'content-type': 'text/html' }));
    expect((await ask(path)).headers.get('content-type')).toBe('text/html');
    replica.override('vapi', reply(404, { status: 'ended' }));
    expect((await ask(path)).status).toBe(404);
    replica.override('vapi', reply(500, { status: 'ended' }));
    expect((await ask(path)).status).toBe(500);
    expect(asked()).toBe(5);
  });

  test('does not let a vendor decide what is kept, nor set cookies or budgets at people', async () => {
    const path = '/dialnexa/v1/calls/call_livelivelive';
    const headers = {
      'x-accel-expires': '600',
      'cache-control': 'max-age=600',
      'set-cookie': 'a=b',
      'x-ratelimit-remaining': '0',
      'x-accel-redirect': '/vendor',
    };
    replica.override('dialnexa', reply(200, { call_id: 'call_livelivelive', status: 'initiated' }, headers));
    for (const time of [1, 2]) {
      const response = await ask(path);
      expect([response.status, asked()]).toEqual([200, time]);
      for (const name of Object.keys(headers).filter((each) => each !== 'cache-control'))
        expect(response.headers.get(name)).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  test.each(providers)(
    'gives $name the key in the place of the token, and nothing else of the person',
    async (provider) => {
      let seen: IncomingHttpHeaders = {};
      replica.override(provider.id, (incoming, response) => {
        seen = incoming.headers;
        response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
      });
      const token = gateway.tokens[1]!;
      const id = provider.samples.ids[0]!;
      const path = Object.keys(provider.samples.documented).find((each) => each.includes(id));
      const headers = {
        ...provider.authorize(token),
        cookie: 'a=b',
        'x-secret': 'person',
        referer: 'https://crm.example',
      };
      await fetch(`${gateway.address}/${provider.id}${path}`, { headers });
      expect(seen).toMatchObject({ ...provider.authorize(replica.of(provider.id).key), accept: 'application/json' });
      for (const [name, value] of Object.entries(provider.headers)) expect(seen[name.toLowerCase()]).toBe(value);
      const text = JSON.stringify(seen);
      for (const absent of [token, gateway.edgeSecret, 'cookie', 'person', 'crm.example', 'x-edge', 'user-agent'])
        expect(text).not.toContain(absent);
    },
  );

  test('passes a search on with its body', async () => {
    const body = JSON.stringify({ filter_criteria: {}, sort_order: 'descending', limit: 2 });
    const headers = { authorization: `Bearer ${gateway.tokens[0]}`, 'content-type': 'application/json' };
    const response = await fetch(`${gateway.address}/retell/v3/list-calls`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(2);
  });

  test('passes large calls on, and refuses what the extension would not read', async () => {
    const large = (megabytes: number) => ({ status: 'ended', id: 'x'.repeat(megabytes * 2 ** 20) });
    const framings: Record<string, string>[] = [{}, { 'transfer-encoding': 'chunked' }];
    for (const [at, headers] of framings.entries()) {
      replica.override('vapi', reply(200, large(6), headers));
      for (const cache of ['MISS', 'HIT']) {
        const response = await ask(`/vapi/call/019a9a5e-0000-7000-8000-00000000002${at}`);
        expect([response.status, response.headers.get('x-gateway-cache')]).toEqual([200, cache]);
        expect((await response.text()).length).toBeGreaterThan(6 * 2 ** 20);
      }
    }
    replica.override('vapi', reply(200, large(11)));
    expect((await ask('/vapi/call/019a9a5e-0000-7000-8000-000000000029')).status).toBe(502);
  });

  test('streams a recording, and passes on where another is kept', async () => {
    const id = providers.find((each) => each.id === 'bland')!.samples.ids[0]!;
    const sound = await ask(`/bland/v1/calls/${id}/recording`);
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect((await sound.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const headers = { authorization: `Bearer ${gateway.tokens[0]}` };
    const vapi = providers.find((each) => each.id === 'vapi')!.samples.ids[0]!;
    const moved = await fetch(`${gateway.address}/vapi/call/${vapi}/mono-recording`, { headers, redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([302, expect.stringContaining('Signature')]);
  });

  test('lets people wait for the vendor’s limit, then tells them when to come again', async () => {
    const own = await startReplica();
    const busy = await startGateway({ accounts: { synthflow: own.of('synthflow') } });
    const headers = { authorization: `Bearer ${busy.tokens[0]}` };
    const begin = Date.now();
    const replies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await fetch(`${busy.address}/synthflow/calls?model_id=x&limit=1`, { headers });
        return { status: response.status, retryAfter: response.headers.get('retry-after'), at: Date.now() - begin };
      }),
    );
    const taken = replies.filter(({ status }) => status !== 429).map(({ at }) => at);
    expect(taken).toHaveLength(16);
    expect(Math.max(...taken)).toBeGreaterThan(6000);
    expect(taken.filter((at) => at < 1500)).toHaveLength(12);
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    for (const { retryAfter, at } of refused) expect([retryAfter, at < 1500]).toEqual(['10', true]);
    expect(own.requests).toHaveLength(16);
    await busy.stop();
    await own.close();
  });

  test('closes an account without a key, and its core to whoever is no edge', async () => {
    const closed = await startGateway({ accounts: { vapi: { ...replica.of('vapi'), key: '' } }, edges: 1 });
    const headers = { authorization: `Bearer ${closed.tokens[0]}` };
    const response = await fetch(`${closed.address}/vapi/call?limit=1`, { headers });
    expect([response.status, await response.json()]).toEqual([
      404,
      { message: 'The gateway has no key for this account.' },
    ]);
    for (const secret of [undefined, '', 'x', '0'.repeat(64)]) {
      for (const port of closed.corePorts) {
        const direct = await fetch(`http://127.0.0.1:${port}/call?limit=1`, {
          headers: { host: 'vapi', ...(secret !== undefined && { 'x-edge': secret }) },
        });
        expect([403, 404]).toContain(direct.status);
      }
    }
    expect(asked()).toBe(0);
    await closed.stop();
  });

  test('takes a client certificate of the company for a token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    const make = (name: string) =>
      openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
      );
    for (const name of ['server', 'company', 'stranger']) make(name);
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=anna', '-keyout', 'anna.key', '-out', 'anna.csr');
    openssl(
      'x509',
      '-req',
      '-days',
      '2',
      '-in',
      'anna.csr',
      '-CA',
      'company.pem',
      '-CAkey',
      'company.key',
      '-CAcreateserial',
      '-out',
      'anna.pem',
    );
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const listen = [
      `ssl_certificate ${folder}/server.pem;`,
      `ssl_certificate_key ${folder}/server.key;`,
      `ssl_client_certificate ${folder}/company.pem;`,
      'ssl_verify_client optional;',
    ].join('\n');
    const mutual = await startGateway({ accounts: accounts(), listen });
    const get = (name?: string, token?: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const certificate = name && { cert: read(`${name}.pem`), key: read(`${name}.key`) };
        const headers = token ? { authorization: `Bearer ${token}` } : {};
        request(
          `${mutual.address}/vapi/call?limit=1`,
          { headers, ...certificate, ca: read('server.pem'), checkServerIdentity: () => undefined },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .once('error', reject)
          .end();
      });
    expect(await get('anna')).toBe(200);
    expect(await get(undefined, mutual.tokens[0])).toBe(200);
    expect(await get()).toBe(401);
    expect(await get('stranger')).toBe(400);
    expect(await mutual.log()).toContain('CN=anna GET /vapi/call 200');
    await mutual.stop();
    rmSync(folder, { recursive: true });
  });

  test('says who asked what, and logs no secret and no query', async () => {
    await ask('/dialnexa/v1/call-logs?to=%2B14155550142&limit=1', {}, gateway.tokens[2]);
    replica.override('dialnexa', (incoming) => void incoming.socket.destroy());
    expect((await ask('/dialnexa/v1/call-logs?to=%2B14155550142&limit=1')).status).toBe(502);
    await ask('/dialnexa/v1/call-logs?to=%2B14155550142', {}, 'f'.repeat(64));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const log = await gateway.log();
    expect(log).toContain('person2 GET /dialnexa/v1/call-logs 200');
    expect(log).toMatch(/ {2}GET \/dialnexa\/v1\/call-logs 401/);
    const absent = [...gateway.tokens, gateway.edgeSecret, ...secrets, 'f'.repeat(64), '14155550142', '?'];
    for (const each of absent) expect(log).not.toContain(each);
  });
});
