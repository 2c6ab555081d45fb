import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Json } from '../../../lib/call/call';
import { callsOfRecord } from '../../../lib/worker/calls/callsOfRecord';
import { CallFailure, type Failure } from '../../../lib/errors';
import type { Api } from '../../../lib/providers/provider';
import { change } from '../../../lib/storage/item';
import { connectionsItem } from '../../../lib/storage/items';
import type { Connection } from '../../../lib/call/connection';
import { accountOf } from '../../../lib/worker/requests/account';
import type { Asking } from '../../../lib/worker/requests/api';

type Asked = { connection: string; path: string; query: Record<string, string | number | undefined> };
const asked: Asked[] = [];
let answer: (connection: string, path: string) => Json | Failure | Promise<never>;

// Below `apiOf` are keys and the network.
vi.mock('../../../lib/worker/requests/api', () => ({
  apiOf: (connection: Connection, { address }: Asking): Api => {
    const request: Api['request'] = async ({ path, query = {} }) => {
      asked.push({ connection: connection.id, path, query });
      const reply = await answer(connection.id, path);
      if (typeof reply === 'object' && reply !== null && 'code' in reply) throw new CallFailure(reply as Failure);
      return reply as Json;
    };
    return {
      request,
      get: (path, query) => request({ method: 'GET', path, query }),
      account: accountOf(connection, address),
      memory: { get: async () => undefined, set: async () => {} },
    };
  },
}));

const connection = (id: string, provider: string, rest: Partial<Connection> = {}): Connection => ({
  id,
  provider,
  label: `My ${provider}`,
  sample: false,
  ...rest,
});
const phone = '+14155552671';
const location = { locationId: 've9EPM428h8vShlRW1KT', contactId: 'ocQHyuzHvysMo5N5VsXc' };
const address = `https://crm.example.com/v2/location/${location.locationId}/contacts/detail/${location.contactId}`;
const omniRows: Json = {
  call_log_data: [
    { id: 1, from_number: phone, to_number: '+15551230000' },
    { id: 2, from_number: '+15551239999', to_number: '+15551230000' },
  ],
  total_records: 2,
};
const { signal } = new AbortController();

beforeEach(async () => {
  asked.length = 0;
  await change(connectionsItem, () => [
    connection('o', 'omnidimension'),
    connection('d', 'dialnexa'),
    connection('h', 'highlevel'),
    connection('other', 'highlevel', { account: { locationId: 'Ab3dE6gH9jK2mN5pQ8sT' } }),
  ]);
  answer = (id) => {
    if (id === 'o') return omniRows;
    if (id === 'd') return [{ id: 'call_abc123', from_number: phone, to_number: '+15551230000' }];
    return { total: 1, callLogs: [{ id: '507f1f77bcf86cd799439011', contactId: location.contactId }] };
  };
});

describe('the calls of a record', () => {
  test('of every connection, by what each can search', async () => {
    const found = await callsOfRecord({ address, phones: ['(415) 555-2671'] }, signal);
    expect(found).toMatchObject([
      {
        connection: 'o',
        label: 'My omnidimension',
        provider: 'omnidimension',
        calls: [{ ref: { provider: 'omnidimension', connection: 'o', id: '1' } }],
        searched: { by: 'phone', values: ['4155552671'], among: 2 },
      },
      { connection: 'd', calls: [{ ref: { id: 'call_abc123' } }], searched: { by: 'phone', among: 1 } },
      {
        connection: 'h',
        calls: [{ ref: { connection: 'h', id: '507f1f77bcf86cd799439011' } }],
        searched: { by: 'contactId', values: [location.contactId] },
      },
      { connection: 'other', calls: [] },
    ]);
    expect(found[3]).not.toHaveProperty('searched.by');
    expect(found.some(({ failure }) => failure)).toBe(false);
    expect(JSON.stringify(found.flatMap(({ calls }) => calls))).not.toContain('415555');
    expect(asked.find((each) => each.connection === 'h')?.query).toMatchObject(location);
    expect(asked.some((each) => each.connection === 'other')).toBe(false);
  });

  test('a record of another CRM without a phone number asks nobody', async () => {
    const found = await callsOfRecord({ address: 'https://app.close.com/', phones: ['', 'n/a'] }, signal);
    expect(found.map(({ calls, searched, failure }) => [calls.length, searched, failure])).toEqual(
      Array.from({ length: 4 }, () => [0, undefined, undefined]),
    );
    expect(asked).toEqual([]);
  });

  test('the failure of one does not cost the others', async () => {
    const before = answer;
    answer = (id, path) => (id === 'd' ? { code: 'key-rejected', status: 401 } : before(id, path));
    const found = await callsOfRecord({ address, phones: [phone] }, signal);
    expect(found.map(({ calls }) => calls.length)).toEqual([1, 0, 1, 0]);
    expect(found[1]?.failure).toEqual({ code: 'key-rejected', status: 401 });
  });

  test('a page full of numbers costs a few requests', async () => {
    const phones = Array.from({ length: 1000 }, (_, index) => `+1415555${1000 + index}`);
    const [omni] = await callsOfRecord({ phones: [phone, phone, '+1 (415) 555-2671', ...phones] }, signal);
    expect(omni?.searched?.values).toEqual([phone, '+14155551000', '+14155551001', '+14155551002']);
    expect(asked.length).toBeLessThanOrEqual(1 + 1 + 8);
  });

  test('who stops waiting is told so', async () => {
    const abort = new AbortController();
    answer = () => new Promise<never>(() => {});
    const waiting = callsOfRecord({ address, phones: [phone] }, abort.signal);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'canceled' } });
  });
});
