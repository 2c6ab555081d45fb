import type { Json } from '../../call/call';
import type { CallFilter } from '../../call/providerInfo';
import { asFailure, fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { Api, Provider, Query, Reply } from '../provider';
import { bearer } from '../reading/bearer';
import { completion } from '../reading/complete';
import { accepted, explainer } from '../reading/explain';
import { first, items, number, root, text } from '../reading/fields';
import { callsAlsoByFilter } from '../reading/callsAlsoByFilter';
import { numbered, pageOf, rowsOf } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { linkOf, recordsOf, toCall, unwrap } from './call';
import { askGenerations, type Generation, missing } from './generations';
import regions from './regions.json';
import { samples } from './samples';

const ids: Provider['ids'] = [
  { kind: 'prefix', prefix: 'call_', pattern: 'call_[A-Za-z0-9]{6,64}' },
  { kind: 'prefix', prefix: 'log_', pattern: 'log_[A-Za-z0-9]{6,64}' },
];

const filters: CallFilter[] = [
  { name: 'to', kind: 'text' },
  { name: 'from', kind: 'text' },
  { name: 'agent_id', kind: 'text' },
  {
    name: 'status',
    kind: 'choice',
    choices: [
      'created',
      'initiated',
      'sent',
      'received',
      'completed',
      'did_not_pick',
      'busy',
      'no_answer',
      'failed',
      'cancelled',
      'retry_expired',
    ],
  },
  { name: 'sentiment', kind: 'choice', choices: ['positive', 'neutral', 'negative', 'unknown'] },
  { name: 'call_direction', kind: 'choice', choices: ['inbound', 'outbound'] },
  { name: 'end_reason', kind: 'text' },
  { name: 'start_date', kind: 'date' },
  { name: 'end_date', kind: 'date' },
];

/** Filters that only the current routes document. */
const currentOnly = ['to', 'from', 'call_direction', 'end_reason'];

const explain = explainer(
  ['message', 'error', 'detail'],
  [
    [/invalid call id|call (log )?not found/i, 'not-found'],
    [/api key is (missing|invalid)|invalid api key/i, 'key-rejected'],
    [/insufficient balance|insufficient funds|payment required/i, 'payment-required'],
    [/do not have permission|permission to access/i, 'no-access'],
  ],
);

const ask = async (api: Api, path: string, query?: Query) => accepted(await api.get(path, query), explain);

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const path = encodeURIComponent(id);
  const check = (body: Json) => {
    const record = unwrap(root(body));
    if (text(record, 'call_id') !== id && text(record, 'id') !== id) fail('wrong-call');
    return body;
  };
  return askGenerations(api, async (generation): Promise<Reply> => {
    if (generation === 'calls') return { raw: { call: check(await ask(api, `/v1/calls/${path}`)) }, failures: [] };
    const log = check(await ask(api, `/v1/call-logs/${path}`));
    const { add, failures } = completion();
    const details = await add(
      { en: 'details (transcript and events)' },
      ask(api, `/v1/call-logs/${path}/details`).then(check),
    );
    return { raw: { log, ...(details !== undefined && { details }) }, failures: failures() };
  });
}

/** One page of a generation's list: `{data, meta}` of the older routes, a bare list of the current ones; each row as a reply of its own. */
async function askOne(api: Api, generation: Generation, query: Query) {
  const body = await ask(api, `/v1/${generation}`, query);
  const list = root(body);
  const listed = Array.isArray(body) ? items(list) : items(first(list, 'data', 'callLogs'));
  const member = generation === 'calls' ? 'call' : 'log';
  return {
    rows: rowsOf(listed, ['call_id', 'id'], (row) => ({ [member]: row })),
    total: number(list, 'meta', 'total') ?? number(list, 'total'),
    generation,
  };
}

async function askList(api: Api, query: Query) {
  if (currentOnly.some((name) => name in query)) return askOne(api, 'calls', query);
  return (await askGenerations(api, (generation) => askOne(api, generation, query))) ?? fail('not-found');
}

const newest = { created_at: 'desc', page: 1, limit: 100 };

/** The newest calls: by the current routes where they answer, because the older ones document no phone numbers. */
async function askNewest(api: Api) {
  try {
    return await askOne(api, 'calls', newest);
  } catch (error) {
    if (!missing(asFailure(error))) throw error;
    return askOne(api, 'call-logs', newest);
  }
}

/** The calls from or to the phones. How the filters want a number written is not documented. */
async function callsByPhone(api: Api, phones: string[]) {
  const { rows, generation } = await askNewest(api);
  const filtered = async (query: Query) => (await askOne(api, 'calls', { ...newest, ...query })).rows;
  const searches = (to: string) => (generation === 'calls' ? [filtered({ to }), filtered({ from: to })] : []);
  return callsAlsoByFilter(phones, { newest: rows, searches, size: newest.limit, toCall });
}

export const dialnexa: Provider = {
  id: 'dialnexa',
  name: 'DialNexa',
  regions: regions as Provider['regions'],
  account: [],
  authorize: bearer,
  headers: {},
  keyHelp: {
    en: 'Create a key under Workspace settings → Developer → Add key and paste it whole, including the part after the colon. It must be allowed to read call data.',
  },
  keyPage: 'https://app.dialnexa.com/dashboard/workspace',
  scopes: [],
  words: {},
  samples,
  ids,
  labelWords: ['dialnexa'],
  hosts: ['dialnexa.com'],
  // The light log and its details, or both generations of routes.
  requestsPerCall: 2,
  // Others measured 150 a minute; the vendor publishes no number.
  limits: { concurrency: 4, requests: 150, interval: 60_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, chosen, cursor) {
    const [page, size] = [pageOf(cursor), 20];
    const { rows, total } = await askList(api, { ...chosen, page, limit: size });
    return numbered(rows, { page, size, total });
  },
  async callsOf(api, { phones }) {
    if (phones.length === 0) return undefined;
    const { rows, ...searched } = await callsByPhone(api, phones);
    return { rows, searched: { by: 'phone', values: phones, ...searched } };
  },
  async findCalls(api, wanted) {
    // Only the current routes document the filter; the older ones would answer with any calls.
    if ((await api.memory.get('generation')) !== 'calls') return undefined;
    const { rows } = await askOne(api, 'calls', { call_id: wanted.join(','), limit: wanted.length });
    return rows.every(({ id }) => wanted.includes(id)) ? rows : undefined;
  },
  async whoAmI(api) {
    return { calls: (await askList(api, { page: 1, limit: 1 })).total };
  },
  recording: (raw) => recordingUrl(linkOf(recordsOf(root(raw)))),
  explain,
};
