import type { Json } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import type { CallFilter } from '../../call/providerInfo';
import { fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { Api, Provider, Query } from '../provider';
import { bearer } from '../reading/bearer';
import { explainer, failedInside } from '../reading/explain';
import { at, items, number, root, text } from '../reading/fields';
import { callsWith, numbered, pageOf, rowsOf } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { isSame, linkOf, rowOf, site, toCall } from './call';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

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
async function ask(api: Api, path: string, query?: Query): Promise<Json> {
  const body = await api.get(path, query);
  if (!isMembers(body)) return body;
  const failed = body.success === false || body.status === 'error' || (typeof body.error === 'string' && body.error);
  if (failed) throw failedInside(body, explain);
  return body;
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
async function askList(api: Api, query: Query) {
  const reply = root(await ask(api, '/calls/logs', query));
  const list = items(reply, 'call_log_data');
  return {
    list,
    rows: rowsOf(list, ['id'], (row) => ({ call_log_data: [row] })),
    total: number(reply, 'total_records'),
  };
}

export const omnidimension: Provider = {
  id: 'omnidimension',
  name: 'OmniDimension',
  regions: regions as Provider['regions'],
  account: [],
  authorize: bearer,
  headers: {},
  keyHelp: {
    en: 'Create an API key under API Management in your OmniDimension account and paste it here. OmniDimension’s keys have no scopes.',
  },
  keyPage: 'https://omnidim.io/api-management',
  scopes: [],
  words,
  samples,
  ids,
  labelWords: ['omni', 'omnidim', 'omnidimension'],
  hosts: ['omnidim.io'],
  requestsPerCall: 1,
  // The vendor publishes no limit for call logs; it asks to wait a minute after a 429.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  // The documented call is of `05/04/2026` in its row and of `2026-05-04` in what was delivered.
  isMonthFirst: true,
  toCall,
  async listCalls(api, chosen, cursor) {
    const [page, size] = [pageOf(cursor), 30];
    const { rows, total } = await askList(api, { ...chosen, pageno: page, pagesize: size });
    return numbered(rows, { page, size, total });
  },
  async callsOf(api, { phones }) {
    if (phones.length === 0) return undefined;
    // The list has no filter for numbers; 150 is the largest page.
    const { rows } = await askList(api, { pageno: 1, pagesize: 150 });
    const { found, among } = callsWith(phones, rows, toCall);
    return { rows: found.map(({ row }) => row), searched: { by: 'phone', values: phones, among } };
  },
  async whoAmI(api) {
    const { list, total } = await askList(api, { pageno: 1, pagesize: 1 });
    // Stated by each call, and by nothing else.
    const [newest] = list;
    return { calls: total, name: newest && text(newest, 'organization_branch_name') };
  },
  recording(raw) {
    const data = at(root(raw), 'call_log_data');
    return recordingUrl(linkOf(Array.isArray(data.value) ? at(data, 0) : data), site);
  },
  explain,
};
