import type { Json } from '../../call/call';
import { CallFailure, fail } from '../../errors';
import type { CallFilter } from '../../call/providerInfo';
import type { Api, Provider } from '../provider';
import { explainer } from '../reading/explain';
import { at, isMembers, items, number, root, text } from '../reading/fields';
import { callPage, callsWith, isId, knownFilters } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { isSame, linkOf, rowOf, site, toCall } from './call';

const ids: Provider['ids'] = [{ kind: 'bare', pattern: '[1-9]\\d{0,18}' }];

const filters: CallFilter[] = [
  { name: 'agentid', kind: 'number' },
  { name: 'call_status', kind: 'choice', choices: ['completed', 'busy', 'failed', 'no-answer'] },
  { name: 'bulk_call_id', kind: 'number' },
];

// The TypeScript SDK reads an error body in this order.
const explain = explainer(
  ['error_description', 'error', 'detail', 'message'],
  [
    [/api key|unauthori[sz]ed/i, 'key-rejected'],
    [/plan.*expire|insufficient|balance|payment/i, 'payment-required'],
    [/too many requests|rate limit/i, 'rate-limited'],
  ],
);

/** Asks, and throws what a reply says against itself: some endpoints answer failures with status 200. */
async function ask(api: Api, path: string, query?: Record<string, string | number | undefined>): Promise<Json> {
  const body = await api.get(path, query);
  if (!isMembers(body)) return body;
  const failed = body.success === false || body.status === 'error' || (typeof body.error === 'string' && body.error);
  if (!failed) return body;
  const failure = explain(200, body);
  // The meaning of status 200 says nothing: what no expression knows is the provider's own sentence.
  const code = failure && failure.code !== 'request-rejected' ? failure.code : 'provider-said';
  throw new CallFailure({ code, said: failure?.said });
}

async function getCall(api: Api, id: string) {
  if (!isId(id, ids)) return undefined;
  const raw = await ask(api, `/calls/logs/${encodeURIComponent(id)}`);
  const reply = root(raw);
  const data = at(reply, 'call_log_data').value;
  // An unknown ID is answered with 200 and no row.
  if (Array.isArray(data) && data.length === 0) return undefined;
  if (!isSame(at(rowOf(reply, id), 'id').value, id)) fail('wrong-call');
  return { raw, failures: [] };
}

/** The rows of one page of calls, newest first, each as a reply of its own, and how many calls there are. */
async function askList(api: Api, connection: string, query: Record<string, string | number>) {
  const reply = root(await ask(api, '/calls/logs', query));
  const rows = items(reply, 'call_log_data').flatMap((row) => {
    const id = text(row, 'id');
    const ref = { provider: 'omnidimension', connection, id: id ?? '' };
    return id ? [{ ref, raw: { call_log_data: [row.value ?? null] } }] : [];
  });
  return { rows, total: number(reply, 'total_records') };
}

export const omnidimension: Provider = {
  id: 'omnidimension',
  name: 'OmniDimension',
  baseUrl: 'https://backend.omnidim.io/api/v1',
  keyPage: 'https://omnidim.io/api-management',
  scopes: [],
  needsLocation: false,
  headers: {},
  ids,
  hosts: ['omnidim.io'],
  requestsPerCall: 1,
  // The vendor publishes no limit for call logs; it asks to wait a minute after a 429.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, connection, chosen, page) {
    const size = 30;
    const list = await askList(api, connection, { ...knownFilters(chosen, filters), pageno: page, pagesize: size });
    return callPage({ page, size, ...list }, toCall);
  },
  async callsOf(api, connection, { phones }) {
    if (phones.length === 0) return undefined;
    // The list has no filter for numbers; 150 is the largest page.
    const { rows } = await askList(api, connection, { pageno: 1, pagesize: 150 });
    const { calls, among } = callsWith(phones, rows, toCall);
    return { calls, searched: { by: 'phone', values: phones, among } };
  },
  async whoAmI(api) {
    return { calls: number(root(await ask(api, '/calls/logs', { pageno: 1, pagesize: 1 })), 'total_records') };
  },
  recording: (raw) => {
    const data = at(root(raw), 'call_log_data');
    return recordingUrl(linkOf(Array.isArray(data.value) ? at(data, 0) : data), site);
  },
  explain,
};
