import type { CallSummary, Json } from '../../call/call';
import { asFailure, CallFailure, fail, type Failure } from '../../errors';
import { linkOf, recordsOf, toCall, unwrap } from './call';
import { accepted, explainer } from '../reading/explain';
import { first, items, number, root, text } from '../reading/fields';
import { callPage, callsWith, isId, knownFilters } from '../reading/list';
import type { Api, Provider, Reply } from '../provider';
import type { CallFilter } from '../../call/providerInfo';
import { recordingUrl } from '../reading/recording';

const ids: Provider['ids'] = [
  { kind: 'prefix', pattern: 'call_[A-Za-z0-9]{6,64}' },
  { kind: 'prefix', pattern: 'log_[A-Za-z0-9]{6,64}' },
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

/** The vendor has documented two generations of routes; which one answers is remembered for each connection. */
const generations = ['call-logs', 'calls'] as const;
type Generation = (typeof generations)[number];
const other = (generation: Generation): Generation => (generation === 'calls' ? 'call-logs' : 'calls');

const explain = explainer(
  ['message', 'error', 'detail'],
  [
    [/invalid call id|call (log )?not found/i, 'not-found'],
    [/api key is (missing|invalid)|invalid api key/i, 'key-rejected'],
    [/insufficient balance|insufficient funds|payment required/i, 'payment-required'],
    [/do not have permission|permission to access/i, 'no-access'],
  ],
);

const ask = async (api: Api, path: string, query?: Parameters<Api['get']>[1]) =>
  accepted(await api.get(path, query), explain);

/** `call`: the provider knows its routes and not the call. `route`: nothing says that this route exists. */
function missing({ code, said }: Failure): 'call' | 'route' | undefined {
  if (code !== 'not-found') return undefined;
  return /call.*not found|invalid call id/i.test(said ?? '') ? 'call' : 'route';
}

const isGeneration = (value: string | undefined): value is Generation => generations.some((each) => each === value);

/**
 * Asks the remembered generation of routes; the other one too where none is remembered or the remembered route is gone.
 * `undefined`: no generation knows the call.
 */
async function askGenerations<T>(api: Api, work: (generation: Generation) => Promise<T>): Promise<T | undefined> {
  const remembered = await api.memory.get('generation');
  const known = isGeneration(remembered) ? remembered : undefined;
  const begin = known ?? 'call-logs';
  const proven: Generation[] = [];
  for (const generation of [begin, other(begin)]) {
    try {
      const found = await work(generation);
      if (generation !== known) await api.memory.set('generation', generation);
      return found;
    } catch (error) {
      const what = missing(asFailure(error));
      if (!what) throw error;
      if (what === 'call') proven.push(generation);
      if (what === 'call' && generation === known) return undefined;
    }
  }
  const [only] = proven;
  if (only && proven.length === 1 && only !== known) await api.memory.set('generation', only);
  return undefined;
}

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
    try {
      return { raw: { log, details: check(await ask(api, `/v1/call-logs/${path}/details`)) }, failures: [] };
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'canceled' || !(error instanceof CallFailure)) throw error;
      return { raw: { log }, failures: [{ what: 'details', failure }] };
    }
  });
}

/** The rows and the total of a list: `{data, meta}` of the older routes, a bare list of the current ones. */
function listed(body: Json) {
  const list = root(body);
  const rows = Array.isArray(body) ? items(list) : items(first(list, 'data', 'callLogs'));
  return { rows, total: number(list, 'meta', 'total') ?? number(list, 'total') };
}

const askOne = async (api: Api, generation: Generation, query: Parameters<Api['get']>[1]) => ({
  ...listed(await ask(api, `/v1/${generation}`, query)),
  generation,
});

async function askList(api: Api, query: Record<string, string | number>) {
  if (currentOnly.some((name) => name in query)) return askOne(api, 'calls', query);
  return (await askGenerations(api, (generation) => askOne(api, generation, query))) ?? fail('not-found');
}

/** The rows of a list, each as a reply of its own. */
const rowsOf = ({ rows, generation }: Awaited<ReturnType<typeof askOne>>, connection: string) =>
  rows.flatMap((row) => {
    const id = text(first(row, 'call_id', 'id'));
    const member = generation === 'calls' ? 'call' : 'log';
    return id ? [{ ref: { provider: 'dialnexa', connection, id }, raw: { [member]: row.value ?? null } }] : [];
  });

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

/**
 * The calls from or to the phones: looked for among the newest, and by the vendor's filters. How these want a number written is
 * not documented: only filters that find such calls and no others are known to have searched all calls.
 */
async function callsByPhone(api: Api, connection: string, phones: string[]) {
  const list = await askNewest(api);
  const { calls, among } = callsWith(phones, rowsOf(list, connection), toCall);
  const international = phones.filter((phone) => phone.startsWith('+'));
  const queries = list.generation === 'calls' ? international.flatMap((to) => [{ to }, { from: to }]) : [];
  const filtered = await Promise.all(queries.map((query) => askOne(api, 'calls', { ...newest, ...query })));
  const rows = filtered.flatMap((each) => rowsOf(each, connection));
  const found = callsWith(phones, rows, toCall);
  const all = [...new Map([...calls, ...found.calls].map((call) => [call.ref.id, call])).values()];
  const start = ({ startedAt }: CallSummary) => startedAt?.iso ?? '';
  all.sort((a, b) => start(b).localeCompare(start(a)));
  const isHeeded = found.calls.length > 0 && found.calls.length === rows.length;
  if (!isHeeded || international.length < phones.length) return { calls: all, among };
  const isFull = filtered.some((each) => each.rows.length >= newest.limit);
  return { calls: all, newest: isFull ? newest.limit : undefined };
}

export const dialnexa: Provider = {
  id: 'dialnexa',
  name: 'DialNexa',
  baseUrl: 'https://api.dialnexa.com',
  keyPage: 'https://app.dialnexa.com/dashboard/workspace',
  scopes: [],
  needsLocation: false,
  headers: {},
  ids,
  hosts: ['dialnexa.com'],
  // The light log and its details, or both generations of routes.
  requestsPerCall: 2,
  // Others measured 150 a minute; the vendor publishes no number.
  limits: { concurrency: 4, requests: 120, interval: 60_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, connection, chosen, page) {
    const size = 20;
    const list = await askList(api, { ...knownFilters(chosen, filters), page, limit: size });
    return callPage({ page, size, total: list.total, rows: rowsOf(list, connection) }, toCall);
  },
  async callsOf(api, connection, { phones }) {
    if (phones.length === 0) return undefined;
    const { calls, ...searched } = await callsByPhone(api, connection, phones);
    return { calls, searched: { by: 'phone', values: phones, ...searched } };
  },
  async findCalls(api, connection, wanted) {
    // Only the current routes document the filter; the older ones would answer with any calls.
    if ((await api.memory.get('generation')) !== 'calls') return undefined;
    const list = await askOne(api, 'calls', { call_id: wanted.join(','), limit: wanted.length });
    const { calls } = callPage({ page: 1, size: wanted.length, rows: rowsOf(list, connection) }, toCall);
    return calls.every(({ ref }) => wanted.includes(ref.id)) ? calls : undefined;
  },
  async whoAmI(api) {
    return { calls: (await askList(api, { page: 1, limit: 1 })).total };
  },
  recording: (raw) => recordingUrl(linkOf(recordsOf(root(raw)))),
  explain,
};
