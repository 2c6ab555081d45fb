import type { Json } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import type { CallFilter } from '../../call/providerInfo';
import { fail } from '../../errors';
import { isId, uuidShape } from '../../page/detect/idShapes';
import type { Api, Provider, Query, Reply } from '../provider';
import { callsAlsoByFilter } from '../reading/callsAlsoByFilter';
import { explainer, failedInside } from '../reading/explain';
import { first, items, number, root, text } from '../reading/fields';
import { numbered, pageOf, rowsOf } from '../reading/list';
import { unlessUnknown } from '../reading/unlessUnknown';
import { toCall } from './call';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

const ids: Provider['ids'] = [uuidShape];

const yesOrNo = { kind: 'choice', choices: ['true', 'false'] } satisfies Partial<CallFilter>;
const filters: CallFilter[] = [
  { name: 'from_number', kind: 'text' },
  { name: 'to_number', kind: 'text' },
  { name: 'answered_by', kind: 'choice', choices: ['human', 'voicemail', 'unknown', 'no-answer'] },
  { name: 'inbound', ...yesOrNo },
  { name: 'completed', ...yesOrNo },
  { name: 'batch_id', kind: 'text' },
  { name: 'campaign_id', kind: 'text' },
  // Minutes.
  { name: 'duration_gt', kind: 'number' },
  { name: 'duration_lt', kind: 'number' },
  { name: 'start_date', kind: 'date' },
  { name: 'end_date', kind: 'date' },
];

// Two shapes are documented: `errors` with `error` and `message` in each, and `status: "error"` with a `message`.
const explain = explainer(
  ['message', 'errors', 'error'],
  [
    [/^unauthorized|auth_failure/i, 'key-rejected'],
    [/rate limit/i, 'rate-limited'],
    [/\bcall (?:recording )?not found/i, 'not-found'],
  ],
);

/** Asks, and throws what a reply of status 200 says against itself. */
async function ask(api: Api, path: string, query?: Query): Promise<Json> {
  const body = await api.get(path, query);
  const isFailed = isMembers(body) && (body.status === 'error' || items(root(body), 'errors').length > 0);
  if (isFailed) throw failedInside(body, explain);
  return body;
}

const idOf = (raw: Json) => text(first(root(raw), 'call_id', 'c_id'));

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  const raw = await unlessUnknown(ask(api, `/v1/calls/${encodeURIComponent(id)}`));
  if (raw === undefined) return undefined;
  return idOf(raw) === id ? { raw, failures: [] } : fail('wrong-call');
}

/** One range of the account's calls, newest first, without what was said in them. `from` and `to` are places in the list, the latter exclusive. */
async function askList(api: Api, query: Query & { from: number; to: number }) {
  const list = root(await ask(api, '/v1/calls', query));
  return {
    rows: rowsOf(items(list, 'calls'), ['call_id', 'c_id'], (row) => row),
    total: number(list, 'total_count'),
  };
}

/** A day is the user's own: the vendor takes it for one of UTC where no zone is named. */
const zoneOf = ({ start_date, end_date }: Record<string, string>) =>
  start_date || end_date ? { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {};

/** As numbers stand in the documents: in E.164, and in North America also as they are dialled at home. */
const notationsOf = (phone: string) => [...new Set([phone, phone.replace(/^\+1(?=\d{10}$)/, '')])];

const newest = { from: 0, to: 100 };

export const bland: Provider = {
  id: 'bland',
  name: 'Bland AI',
  regions: regions as Provider['regions'],
  account: [],
  authorize: (key) => ({ authorization: key }),
  headers: {},
  keyHelp: {
    en: 'Copy the API key from the settings of your organization in the Bland dashboard and paste it here. Bland’s keys have no scopes.',
  },
  keyPage: 'https://app.bland.ai/dashboard/settings',
  scopes: [],
  words,
  samples,
  ids,
  labelWords: ['bland'],
  hosts: ['bland.ai'],
  requestsPerCall: 1,
  // The vendor publishes no limit for reading; 5 is its default `org_rate_limit`, of which no interval is told.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  toCall,
  async listCalls(api, chosen, cursor) {
    const [page, size] = [pageOf(cursor), 25];
    const range = { from: (page - 1) * size, to: page * size };
    const { rows, total } = await askList(api, { ...chosen, ...zoneOf(chosen), ...range });
    return numbered(rows, { page, size, total });
  },
  async callsOf(api, { phones }) {
    if (phones.length === 0) return undefined;
    const list = async (query: Query = {}) => (await askList(api, { ...query, ...newest })).rows;
    const searches = (phone: string) =>
      notationsOf(phone).flatMap((written) => [list({ to_number: written }), list({ from_number: written })]);
    const { rows, ...searched } = await callsAlsoByFilter(phones, {
      newest: await list(),
      searches,
      size: newest.to,
      toCall,
    });
    return { rows, searched: { by: 'phone', values: phones, ...searched } };
  },
  async whoAmI(api) {
    return { calls: number(root(await ask(api, '/v1/me')), 'total_calls') };
  },
  recording(raw) {
    const id = idOf(raw);
    // The address in the reply may be Twilio's, which asks for Twilio's own login.
    return id && isId(id, ids) ? { request: { path: `/v1/calls/${id}/recording` } } : undefined;
  },
  explain,
};
