import type { Json } from '../../call/call';
import type { CallFilter } from '../../call/providerInfo';
import { fail } from '../../errors';
import { isId, uuidShape } from '../../page/detect/idShapes';
import type { Api, Provider, Query, Reply } from '../provider';
import { bearer } from '../reading/bearer';
import { completion } from '../reading/complete';
import { beginOf, endOf } from '../reading/days';
import { explainer } from '../reading/explain';
import { at, items, number, root, text } from '../reading/fields';
import { callsWith, newestFirst, pageOf, rowsOf } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { rememberedName } from '../reading/rememberedName';
import { unlessUnknown } from '../reading/unlessUnknown';
import { isOpen, linkOf, rowOf, toCall } from './call';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

/** UUIDs, and the IDs of Bubble that calls and agents had before. */
const ids: Provider['ids'] = [uuidShape, { kind: 'bare', pattern: '\\d{13}x\\d{15,18}' }];

const filters: CallFilter[] = [
  { name: 'model_id', kind: 'text' },
  { name: 'lead_phone_number', kind: 'text' },
  {
    name: 'call_status',
    kind: 'choice',
    choices: [
      'pending',
      'ringing',
      'in-progress',
      'completed',
      'no-answer',
      'busy',
      'failed',
      'canceled',
      'user-canceled',
      'hangup_on_voicemail',
      'left_voicemail',
      'spam',
      'paused',
      'registered',
    ],
  },
  // Seconds.
  { name: 'duration_min', kind: 'number' },
  { name: 'duration_max', kind: 'number' },
  { name: 'from_date', kind: 'date' },
  { name: 'to_date', kind: 'date' },
];

const explain = explainer(['detail', 'description', 'message', 'error'], [[/\bnot found\b/i, 'not-found']]);

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const call = await unlessUnknown(api.get(`/calls/${encodeURIComponent(id)}`));
  if (call === undefined) return undefined;
  const { value: calls } = at(root(call), 'response', 'calls');
  if (Array.isArray(calls) && calls.length === 0) return undefined;
  const row = rowOf(root({ call }));
  if (text(row, 'call_id') !== id) fail('wrong-call');
  const { add, failures } = completion();
  const agent = await add({ en: 'agent’s name' }, getAgent(api, text(row, 'model_id')));
  return { raw: { call, ...(agent !== undefined && { agent }) }, failures: failures() };
}

/** The agent's name, asked once for each agent: the rest of its configuration is no part of the call. */
async function getAgent(api: Api, id: string | undefined): Promise<Json | undefined> {
  if (!id || !isId(id, ids)) return undefined;
  const name = await rememberedName(api, `agent/${id}`, async () => {
    const [agent] = items(root(await api.get(`/assistants/${encodeURIComponent(id)}`)), 'response', 'assistants');
    return agent && text(agent, 'name');
  });
  return name ? { model_id: id, name } : undefined;
}

/** The calls of one agent, and how many it has: the vendor lists none without `model_id`. */
async function askList(api: Api, query: Query & { model_id: string }) {
  const list = root(await api.get('/calls', query));
  return {
    rows: rowsOf(items(list, 'response', 'calls'), ['call_id'], (row) => ({ call: { response: { calls: [row] } } })),
    total: number(list, 'response', 'pagination', 'total_records'),
  };
}

/** Each agent costs a request: more are not asked unless the user names them. */
const mostAgents = 5;

/** The first agents of the workspace, and whether there may be more. */
async function askAgents(api: Api) {
  const list = root(await api.get('/assistants/', { limit: mostAgents + 1, offset: 0 }));
  const agents = items(list, 'response', 'assistants').flatMap((agent) => text(agent, 'model_id') ?? []);
  return { agents: agents.slice(0, mostAgents), isAll: agents.length <= mostAgents };
}

const size = 20;

export const synthflow: Provider = {
  id: 'synthflow',
  name: 'Synthflow',
  regions: regions as Provider['regions'],
  account: [],
  authorize: bearer,
  headers: {},
  keyHelp: {
    en: 'In the workspace, open Integrations → API Keys → Create new API key and paste it here. Choose the region in which the workspace is.',
  },
  keyPage: 'https://app.synthflow.ai',
  scopes: [],
  words,
  samples,
  ids,
  labelWords: ['synthflow'],
  hosts: ['synthflow.ai'],
  // The call and its agent.
  requestsPerCall: 2,
  // The vendor publishes no number.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  toCall,
  /** Without `model_id` a page holds one page of each of the first five agents: in its order, but not in that of all calls. */
  async listCalls(api, { model_id: agent, from_date, to_date, ...chosen }, cursor) {
    const page = pageOf(cursor);
    const range = { from_date: beginOf(from_date), to_date: endOf(to_date), limit: size, offset: (page - 1) * size };
    const agents = agent ? [agent] : (await askAgents(api)).agents;
    const lists = await Promise.all(agents.map((model_id) => askList(api, { ...chosen, ...range, model_id })));
    const isMore = lists.some(({ rows, total }) => rows.length > 0 && page * size < (total ?? Infinity));
    const [only] = lists;
    return {
      // One that several agents took is listed at each of them.
      rows: newestFirst(
        lists.flatMap(({ rows }) => rows),
        toCall,
      ),
      total: agent ? only?.total : undefined,
      next: isMore ? String(page + 1) : undefined,
    };
  },
  async callsOf(api, { phones }) {
    if (phones.length === 0) return undefined;
    const { agents, isAll } = await askAgents(api);
    const queries = agents.flatMap((model_id) =>
      phones.map((lead_phone_number) => ({ model_id, lead_phone_number, limit: size, offset: 0 })),
    );
    const lists = await Promise.all(queries.map((query) => askList(api, query)));
    const listed = newestFirst(
      lists.flatMap(({ rows }) => rows),
      toCall,
    );
    const { found, among } = callsWith(phones, listed, toCall);
    const rows = found.map(({ row }) => row);
    // A filter that is not heeded lists the newest calls of anybody.
    if (rows.length < listed.length) return { rows, searched: { by: 'phone', values: phones, among } };
    const isWhole = isAll && lists.every((list) => list.rows.length < size);
    return { rows, searched: { by: 'phone', values: phones, newest: isWhole ? undefined : rows.length } };
  },
  async whoAmI(api) {
    // No request tells how many calls there are, or whose the key is; this one wants a key that is good.
    await api.get('/assistants/', { limit: 1, offset: 0 });
    return {};
  },
  recording(raw) {
    const row = rowOf(root(raw));
    const id = text(row, 'call_id');
    if (isOpen(linkOf(row))) return recordingUrl(linkOf(row));
    return id && isId(id, ids) ? { request: { path: `/calls/${id}/recording`, mayRedirect: true } } : undefined;
  },
  explain,
};
