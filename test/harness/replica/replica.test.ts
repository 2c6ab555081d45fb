// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../crm';
import { cutOff, first, hang, huge, only, prototypeKeys, reply, reset, wrongKey } from '../faults';
import { startReplica, type Replica } from '.';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

/** GETs a path of a replica with its key and the headers the vendor wants. */
async function get(provider: string, path: string, headers: Record<string, string> = {}, from = replica) {
  const response = await fetch(from.of(provider).baseUrl + path, {
    headers: {
      authorization: `Bearer ${from.of(provider).key}`,
      ...(provider === 'highlevel' && { version: '2021-04-15' }),
      ...headers,
    },
  });
  return { response, status: response.status, body: (await response.json()) as Record<string, never> };
}

describe('OmniDimension', () => {
  it('answers an unknown ID with 200 and nothing', async () => {
    expect(await get('omnidimension', '/calls/logs/1')).toMatchObject({
      status: 200,
      body: { call_log_data: [], total_records: 0 },
    });
  });

  it('serves the documented example', async () => {
    const { body } = await get('omnidimension', '/calls/logs/50958');
    expect(body).toMatchObject({ call_log_data: [{ id: 50958, call_duration: '0:0' }], total_records: 1 });
  });

  it('puts only the remainder into call_duration_in_seconds', async () => {
    const { body } = await get('omnidimension', '/calls/logs/3517893');
    expect(body).toMatchObject({ call_log_data: [{ call_duration: '2:49', call_duration_in_seconds: 49 }] });
  });

  it('pages and filters, newest first, and ignores unknown parameters', async () => {
    const { body } = await get('omnidimension', '/calls/logs?pagesize=2&pageno=2&page_size=1&call_status=completed');
    const { call_log_data: rows, total_records: total } = body as unknown as {
      call_log_data: { id: number; call_status: string }[];
      total_records: number;
    };
    expect(rows).toHaveLength(2);
    expect(total).toBeGreaterThan(2);
    expect(rows.every((row) => row.call_status === 'completed')).toBe(true);
    expect(rows[0]?.id).toBeGreaterThan(rows[1]?.id ?? Infinity);
  });

  it('shows a call in progress until it has been asked for eight times', async () => {
    const own = await startReplica();
    const statuses: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const { body } = await get('omnidimension', '/calls/logs/3517899', {}, own);
      statuses.push((body as unknown as { call_log_data: [{ call_status: string }] }).call_log_data[0].call_status);
    }
    await own.close();
    expect(statuses).toEqual([...Array<string>(8).fill('in-progress'), 'completed']);
  });

  it('rejects a wrong key in its own words', async () => {
    expect(await get('omnidimension', '/calls/logs/50958', { authorization: 'Bearer wrong' })).toMatchObject({
      status: 401,
      body: { error: 'unauthorized', error_description: 'Missing or invalid API key' },
    });
  });

  it('serves a recording at the link of a log, without a key', async () => {
    const { body } = await get('omnidimension', '/calls/logs/3517893');
    const [row] = (body as unknown as { call_log_data: [{ internal_recording_url: string }] }).call_log_data;
    const response = await fetch(row.internal_recording_url);
    expect(response.headers.get('content-type')).toBe('audio/x-wav');
    expect((await response.text()).slice(0, 4)).toBe('RIFF');
  });
});

describe('DialNexa', () => {
  it('keeps transcript and recording for the details', async () => {
    const light = await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb');
    const details = await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb/details');
    expect(light.body).toMatchObject({ call_id: 'call_mfgsn90vwcozgb', duration_seconds: 63 });
    expect(light.body).not.toHaveProperty('transcript');
    expect(details.body).toHaveProperty('transcript');
    expect(details.body).toHaveProperty('timeline');
    expect(light.response.headers.get('x-ratelimit-limit')).toBe('150');
  });

  it('answers one generation of routes only', async () => {
    const newer = await startReplica({ dialnexaGeneration: 'calls' });
    const old = await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb', {}, newer);
    const call = await get('dialnexa', '/v1/calls/call_mfgsn90vwcozgb', {}, newer);
    const list = await get('dialnexa', '/v1/calls?limit=3', {}, newer);
    const malformed = await get('dialnexa', '/v1/calls/50958', {}, newer);
    const several = await get(
      'dialnexa',
      '/v1/calls?call_id=call_mfgsn90vwcozgb,call_p3h6tk0wsd9a,call_none',
      {},
      newer,
    );
    await newer.close();
    expect(several.body).toHaveLength(2);
    expect(several.body).toMatchObject([{ id: 'call_mfgsn90vwcozgb' }, { id: 'call_p3h6tk0wsd9a' }]);
    expect(old.status).toBe(404);
    expect(call.body).toMatchObject({
      id: 'call_mfgsn90vwcozgb',
      duration: 63,
      postcallanalysis: { sentiment: 'negative' },
    });
    expect(call.body).not.toHaveProperty('call_id');
    expect(list.body).toHaveLength(3);
    expect(malformed).toMatchObject({ status: 400, body: { message: 'Invalid call ID format' } });
    expect((await get('dialnexa', '/v1/calls/call_mfgsn90vwcozgb')).status).toBe(404);
  });

  it('lists with data and meta, and answers 304 to a known ETag', async () => {
    const { body, response } = await get('dialnexa', '/v1/call-logs?limit=2&sentiment=positive');
    expect(body).toMatchObject({ meta: { page: 1, limit: 2 } });
    const again = await fetch(response.url, {
      headers: {
        authorization: `Bearer ${replica.of('dialnexa').key}`,
        'if-none-match': response.headers.get('etag') ?? '',
      },
    });
    expect(again.status).toBe(304);
  });
});

describe('HighLevel', () => {
  const path = '/voice-ai/dashboard/call-logs';
  const at = `locationId=LOC123456789ABCDEF`;

  it.each([
    ['no version header', `${path}?${at}`, { version: '' }, 401, 'version header was not found.'],
    ['an unknown version', `${path}?${at}`, { version: '2020-01-01' }, 401, 'version header is invalid'],
    ['no location', path, {}, 400, 'LocationId is missing in query'],
    ['a foreign location', `${path}?locationId=other`, {}, 403, 'The token does not have access to this location.'],
    ['an unknown parameter', `${path}?${at}&limit=5`, {}, 422, ['property limit should not exist']],
    ['too large a page', `${path}?${at}&pageSize=51`, {}, 422, ['pageSize cannot exceed 50']],
    ['a wrong token', `${path}?${at}`, { authorization: 'Bearer pit-x' }, 401, 'Invalid Private Integration token'],
  ])('refuses %s', async (_, url, headers, status, message) => {
    expect(await get('highlevel', url, headers)).toMatchObject({ status, body: { message } });
  });

  it('filters by contact and reports its limits', async () => {
    const { body, response } = await get('highlevel', `${path}?${at}&contactId=Ab3dE6gH9jK2mN5pQ8sT`);
    expect(body).toMatchObject({ total: 1, page: 1, pageSize: 10, callLogs: [{ trialCall: true }] });
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeLessThan(100);
    expect(response.headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
  });

  it('gives the recording of a message, if the token has the scope', async () => {
    const recording = `/conversations/messages/Kq2mT8xWvB4nR7yLpZ1c/locations/LOC123456789ABCDEF/recording`;
    const headers = { authorization: `Bearer ${replica.of('highlevel').key}`, version: '2021-04-15' };
    const response = await fetch(replica.of('highlevel').baseUrl + recording, { headers });
    expect(response.headers.get('content-type')).toBe('audio/x-wav');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);

    const narrow = await startReplica({ highlevelScopes: ['voice-ai-dashboard.readonly'] });
    const refused = await get('highlevel', recording, {}, narrow);
    await narrow.close();
    expect(refused).toMatchObject({ status: 401, body: { message: 'The token is not authorized for this scope.' } });
  });
});

describe('Retell AI', () => {
  /** Asks for a list, with any body. */
  async function search(body: unknown, headers: Record<string, string> = {}) {
    const { baseUrl, key } = replica.of('retell');
    const response = await fetch(`${baseUrl}/v3/list-calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  }

  it('answers an ID that it does not know with 422, a wrong key with 401', async () => {
    expect(await get('retell', `/v2/get-call/call_${'0'.repeat(27)}`)).toMatchObject({
      status: 422,
      body: { status: 'error', message: 'Cannot find requested asset under given api key.' },
    });
    expect(await get('retell', '/get-concurrency', { authorization: 'Bearer x' })).toMatchObject({
      status: 401,
      body: { message: 'API key is missing or invalid.' },
    });
  });

  it('lists by cursor, newest first, without transcripts', async () => {
    const newest = await search({ limit: 5, include_total: true });
    expect(newest.body).toMatchObject({ has_more: true, total: 9 });
    const next = await search({ limit: 5, pagination_key: newest.body.pagination_key });
    expect(next.body).not.toHaveProperty('pagination_key');
    expect(next.body).not.toHaveProperty('total');
    const rows = [newest, next].flatMap(({ body }) => body.items as unknown as { start_timestamp: number }[]);
    expect(rows).toHaveLength(9);
    const starts = rows.map((row) => row.start_timestamp);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(JSON.stringify(rows)).not.toContain('transcript');
  });

  it.each([
    ['by several IDs', { call_id: { type: 'enum', op: 'in', value: ['call_5a82f0a43ea0977566b1104fcfc', 'x'] } }, 1],
    ['by the end of a number', { to_number: { type: 'string', op: 'ew', value: '5550142' } }, 7],
    [
      'by both numbers',
      {
        to_number: { type: 'string', op: 'eq', value: '+14155550142' },
        call_status: { type: 'enum', op: 'in', value: ['not_connected'] },
      },
      3,
    ],
    ['by voicemail', { in_voicemail: { type: 'boolean', op: 'eq', value: true } }, 1],
    ['by time', { start_timestamp: { type: 'number', op: 'lt', value: Date.parse('2026-11-17T00:00:00Z') } }, 1],
    ['by agent', { agent: [{ agent_id: 'other' }] }, 0],
  ])('filters %s', async (_, filter_criteria, count) => {
    expect((await search({ filter_criteria })).body.items).toHaveLength(count);
  });

  it.each([
    ['an unknown member', { page: 1 }],
    ['an unknown filter', { filter_criteria: { phone: 'x' } }],
    ['a filter that is no object', { filter_criteria: { to_number: '+1' } }],
    ['an operator of another kind', { filter_criteria: { call_status: { type: 'enum', op: 'eq', value: ['ended'] } } }],
    ['a value of another type', { filter_criteria: { in_voicemail: { type: 'boolean', op: 'eq', value: 'true' } } }],
    ['too large a page', { limit: 1001 }],
    ['skip beside a cursor', { skip: 1, pagination_key: 'x' }],
    ['a cursor of its own making', { pagination_key: '2' }],
    ['what is no object', []],
  ])('refuses %s', async (_, body) => {
    expect(await search(body)).toMatchObject({
      status: 400,
      body: { message: 'Invalid request format, please check API reference.' },
    });
  });

  it('serves a recording at the link of a call, without a key', async () => {
    const { body } = await get('retell', '/v2/get-call/call_5a82f0a43ea0977566b1104fcfc');
    const response = await fetch((body as unknown as { recording_url: string }).recording_url);
    expect((await response.text()).slice(0, 4)).toBe('RIFF');
  });
});

describe('faults and log', () => {
  it('answers in the vendor’s place, for some paths or some requests, until taken away', async () => {
    replica.override('dialnexa', only(/details/, wrongKey('dialnexa')));
    expect((await get('dialnexa', '/v1/call-logs/call_x9y3zp4mq7r1/details')).status).toBe(401);
    expect((await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb')).status).toBe(200);
    replica.override('dialnexa', first(1, reply(503, {})));
    expect((await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb')).status).toBe(503);
    expect((await get('dialnexa', '/v1/call-logs/call_mfgsn90vwcozgb')).status).toBe(200);
    replica.override('dialnexa', undefined);
  });

  it('breaks connections, hangs and floods', async () => {
    const url = `${replica.of('omnidimension').baseUrl}/calls/logs/50958`;
    replica.override('omnidimension', reset);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    replica.override('omnidimension', cutOff);
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow('terminated');
    replica.override('omnidimension', hang);
    await expect(fetch(url, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
    replica.override('omnidimension', huge(false));
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBeGreaterThan(60 * 2 ** 20);
    replica.override('omnidimension', prototypeKeys);
    expect(Object.hasOwn((await (await fetch(url)).json()) as object, '__proto__')).toBe(true);
    replica.override('omnidimension', undefined);
  });

  it('keeps no key in its log', async () => {
    await get('omnidimension', '/calls/logs/50958');
    const logged = replica.requests.at(-1);
    expect(logged).toMatchObject({ provider: 'omnidimension', path: '/api/v1/calls/logs/50958' });
    expect(JSON.stringify(logged)).not.toContain(replica.of('omnidimension').key);
    expect(logged?.headers.authorization).toBe(`…${replica.of('omnidimension').key.slice(-4)}`);
  });
});

describe('demo CRM', () => {
  it('shows only call IDs that the replicas know', async () => {
    const crm = await startCrm();
    const page = await (await fetch(crm.url)).text();
    await crm.close();
    expect(page).toBe(await readFile('test/harness/crm/contact.html', 'utf8'));

    const omni = [...page.matchAll(/<td>(\d{5,7})<\/td>\s*<td>#/g), ...page.matchAll(/value="(\d+)"/g)].map(
      ([, id]) => id,
    );
    const nexa = [...page.matchAll(/call_\w+/g)].map(([id]) => id);
    const high = [...page.matchAll(/\b[0-9a-f]{24}\b/g)].map(([id]) => id);
    expect([omni.length, nexa.length, high.length]).toEqual([5, 4, 3]);
    for (const id of omni) {
      expect((await get('omnidimension', `/calls/logs/${id}`)).body).toMatchObject({ total_records: 1 });
    }
    for (const id of nexa) expect((await get('dialnexa', `/v1/call-logs/${id}`)).status).toBe(200);
    for (const id of high) {
      const query = '?locationId=LOC123456789ABCDEF';
      expect((await get('highlevel', `/voice-ai/dashboard/call-logs/${id}${query}`)).status).toBe(200);
    }
  });
});
