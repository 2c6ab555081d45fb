import { describe, expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { dialnexa } from '../../lib/providers/dialnexa';
import { highlevel } from '../../lib/providers/highlevel';
import { omnidimension } from '../../lib/providers/omnidimension';
import type { Api, Provider, RecordQuery } from '../../lib/providers/provider';
import { fakeApi } from './fakeApi';

const phone = '+14155552671';
const account = { locationId: 've9EPM428h8vShlRW1KT' };
const record = { crm: 'highlevel', portal: account.locationId, object: 'contact', id: 'ocQHyuzHvysMo5N5VsXc' };
const search = async (provider: Provider, api: Api, query: RecordQuery) => {
  const found = await provider.callsOf?.(api, query);
  return found && { ids: found.rows.map(({ id }) => id), searched: found.searched };
};

describe('OmniDimension', () => {
  const row = (id: number, numbers: object) => ({ id, call_status: 'completed', ...numbers });
  const rows = [
    row(1, { from_number: '+14155552671', to_number: '+15551230000' }),
    row(2, { from_number: '+15551230000', to_number: '4155552671' }),
    row(3, { from_number: 'Chat', to_number: 'Assistant' }),
    row(4, { from_number: '+15551230000', to_number: '+14155552672' }),
    row(5, { from_number: false, to_number: '' }),
  ];

  test('looks through its largest page, and says how many of it state a number', async () => {
    const { api, asked } = fakeApi({ '/calls/logs': { call_log_data: rows, total_records: 1672 } });
    expect(await search(omnidimension, api, { phones: ['(415) 555-2671'] })).toEqual({
      ids: ['1', '2'],
      searched: { by: 'phone', values: ['(415) 555-2671'], among: 4 },
    });
    expect(asked).toEqual([{ path: '/calls/logs', query: { pageno: 1, pagesize: 150 } }]);
  });

  test('is not asked without a phone number', async () => {
    const { api, asked } = fakeApi({});
    expect(await search(omnidimension, api, { phones: [], record })).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('DialNexa', () => {
  const row = (id: string, day: number, from_number: string, to_number: string) => ({
    id,
    from_number,
    to_number,
    status: 'completed',
    createdAt: `2026-07-0${day}T10:00:00.000Z`,
  });
  const old = row('call_old111', 1, '+15551230000', phone);
  const recent = row('call_new222', 3, phone, '+15551230000');
  const foreign = row('call_other3', 2, '+15551230000', '+14155552672');

  /** An account whose filters understand numbers written in one way. */
  function filtering(understands: (phone: string) => string) {
    const fake = fakeApi({});
    const get: Api['get'] = async (path, query = {}) => {
      fake.asked.push({ path, query });
      const filter = query.to ?? query.from;
      if (filter === undefined) return [recent, foreign];
      const side = query.to ? 'to_number' : 'from_number';
      return [old, recent, foreign].filter((each) => understands(each[side]) === filter) as Json;
    };
    const request: Api['request'] = ({ path, query }) => get(path, query);
    return { ...fake, api: { ...fake.api, get, request } };
  }

  test('by the filters of the current routes, among all calls, newest first', async () => {
    const { api, asked } = filtering((number) => number);
    expect(await search(dialnexa, api, { phones: [phone] })).toEqual({
      ids: ['call_new222', 'call_old111'],
      searched: { by: 'phone', values: [phone], among: undefined },
    });
    const newest = { created_at: 'desc', page: 1, limit: 100 };
    expect(asked).toEqual([
      { path: '/v1/calls', query: newest },
      { path: '/v1/calls', query: { ...newest, to: phone } },
      { path: '/v1/calls', query: { ...newest, from: phone } },
    ]);
  });

  test('filters that find nothing prove nothing: what was looked through is said', async () => {
    const { api } = filtering((number) => number.replace('+', '00'));
    expect(await search(dialnexa, api, { phones: [phone] })).toEqual({
      ids: ['call_new222'],
      searched: { by: 'phone', values: [phone], among: 2 },
    });
  });

  test('a number without its country is not asked of the filters', async () => {
    const { api, asked } = filtering((number) => number);
    expect(await search(dialnexa, api, { phones: ['4155552671'] })).toEqual({
      ids: ['call_new222'],
      searched: { by: 'phone', values: ['4155552671'], among: 2 },
    });
    expect(asked).toHaveLength(1);
  });

  test('filters that are ignored claim neither a call of another number nor all calls', async () => {
    const { api } = fakeApi({ '/v1/calls': [recent, foreign, { id: 'call_silent4' }] });
    expect(await search(dialnexa, api, { phones: [phone] })).toEqual({
      ids: ['call_new222'],
      searched: { by: 'phone', values: [phone], among: 2 },
    });
  });

  test('a full page of the filter says that there may be more', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => row(`call_full${index}`, 1, phone, '+15551230000'));
    const { api } = fakeApi({ '/v1/calls': rows });
    const found = await search(dialnexa, api, { phones: [phone] });
    expect(found?.searched).toEqual({ by: 'phone', values: [phone], newest: 100 });
  });

  test('the older routes state no number, and it is said', async () => {
    const { api, asked } = fakeApi({ '/v1/call-logs': { data: [{ call_id: 'call_abc123' }], meta: { total: 1 } } });
    expect(await search(dialnexa, api, { phones: [phone] })).toEqual({
      ids: [],
      searched: { by: 'phone', values: [phone], among: 0 },
    });
    expect(asked.map(({ path }) => path)).toEqual(['/v1/calls', '/v1/call-logs']);
  });

  test('a refusal is thrown; without a phone number nothing is asked', async () => {
    const { api, asked } = fakeApi({ '/v1/calls': { failure: { code: 'key-rejected' } } });
    await expect(dialnexa.callsOf?.(api, { phones: [phone] })).rejects.toMatchObject({
      failure: { code: 'key-rejected' },
    });
    expect(asked).toHaveLength(1);
    expect(await search(dialnexa, api, { phones: [], record })).toBeUndefined();
    expect(asked).toHaveLength(1);
  });
});

describe('HighLevel', () => {
  const path = '/voice-ai/dashboard/call-logs';
  const contactId = record.id;
  const query = { record, phones: [] };

  test('no more than 50 are asked for, and where there are more it is said', async () => {
    const callLogs = Array.from({ length: 50 }, (_, index) => ({
      id: `507f1f77bcf86cd7994390${10 + index}`,
      contactId,
    }));
    for (const [total, newest] of [
      [50, undefined],
      [51, 50],
    ] as const) {
      const { api } = fakeApi({ [path]: { total, callLogs } }, { account });
      const found = await search(highlevel, api, query);
      expect(found?.searched).toEqual({ by: 'contactId', values: [contactId], newest });
    }
  });

  test('by the contact; a row of another contact is left out', async () => {
    const callLogs: Json[] = [
      { id: '507f1f77bcf86cd799439011', contactId },
      { id: '507f1f77bcf86cd799439012' },
      { id: '507f1f77bcf86cd799439013', contactId: 'Ab3dE6gH9jK2mN5pQ8sT' },
    ];
    const { api, asked } = fakeApi({ [path]: { total: 3, callLogs } }, { account });
    expect(await search(highlevel, api, query)).toEqual({
      ids: ['507f1f77bcf86cd799439011', '507f1f77bcf86cd799439012'],
      searched: { by: 'contactId', values: [contactId] },
    });
    const sent = { contactId, sortBy: 'createdAt', sort: 'descend', page: 1, pageSize: 50, ...account };
    expect(asked).toEqual([{ path, query: sent }]);
  });

  test.each<[string, RecordQuery]>([
    ['a record of another CRM', { phones: [phone] }],
    ['a contact of another location', { record: { ...record, portal: 'Ab3dE6gH9jK2mN5pQ8sT' }, phones: [] }],
    ['what is no contact', { record: { ...record, object: 'opportunity' }, phones: [] }],
    ['what is no contact ID', { record: { ...record, id: 'a,b' }, phones: [] }],
  ])('is not asked for %s', async (_, other) => {
    const { api, asked } = fakeApi({}, { account });
    expect(await search(highlevel, api, other)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
