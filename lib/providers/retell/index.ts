import type { Json } from '../../call/call';
import { asFailure, fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { Api, Provider, Reply, Row } from '../provider';
import { bearer } from '../reading/bearer';
import { explainer } from '../reading/explain';
import { flag, items, number, root, text } from '../reading/fields';
import { callsWith, newestFirst, rowsOf } from '../reading/list';
import { recordingUrl } from '../reading/recording';
import { linkOf, toCall } from './call';
import { criteriaOf, filters, isAnyOf, isText } from './filters';
import regions from './regions.json';
import { samples } from './samples';
import { words } from './words';

const ids: Provider['ids'] = [
  { kind: 'prefix', prefix: 'call_', pattern: 'call_[0-9a-f]{27,32}' },
  // As the vendor made them before.
  { kind: 'bare', pattern: '[A-Za-z0-9]{32}' },
];

const explain = explainer(
  ['message', 'error', 'detail'],
  [
    [/cannot find requested asset/i, 'not-found'],
    [/api key is (missing|invalid)/i, 'key-rejected'],
    [/rate limited|throttle/i, 'rate-limited'],
  ],
);

async function getCall(api: Api, id: string): Promise<Reply | undefined> {
  if (!isId(id, ids)) return undefined;
  try {
    const raw = await api.get(`/v2/get-call/${encodeURIComponent(id)}`);
    return text(root(raw), 'call_id') === id ? { raw, failures: [] } : fail('wrong-call');
  } catch (error) {
    const { code, status } = asFailure(error);
    // The vendor answers an ID that it does not know, or of another workspace, with 422.
    if (code === 'not-found' || status === 422) return undefined;
    throw error;
  }
}

/** One page of calls, newest first. The rows are whole calls without their transcripts. */
async function askList(api: Api, filter_criteria: Record<string, Json>, paging: Record<string, Json>) {
  const body = { filter_criteria, sort_order: 'descending', ...paging };
  const list = root(await api.request({ method: 'POST', path: '/v3/list-calls', body }));
  const next = text(list, 'pagination_key');
  return {
    rows: rowsOf(items(list, 'items'), ['call_id'], (row) => row),
    total: number(list, 'total'),
    next: flag(list, 'has_more') ? next : undefined,
  };
}

const most = 100;

/**
 * The calls from or to the phones, newest first. The vendor's filters are all to hold, so that each number costs two requests. A number
 * without its country is asked for by its end, and what ends so by chance is left out.
 */
async function callsByPhone(api: Api, phones: string[]) {
  const lists = await Promise.all(
    phones.flatMap((phone) => {
      const wanted = phone.startsWith('+') ? isText(phone) : isText(phone.replace(/^0+/, ''), 'ew');
      return ['from_number', 'to_number'].map((side) => askList(api, { [side]: wanted }, { limit: most }));
    }),
  );
  const { found } = callsWith(
    phones,
    lists.flatMap(({ rows }) => rows),
    toCall,
  );
  const rows = newestFirst(
    found.map(({ row }) => row),
    toCall,
  );
  // Of a list that goes on, no more than the newest are known: those of the others may be older.
  return lists.some(({ next }) => next) ? { rows: rows.slice(0, most), newest: most } : { rows };
}

/**
 * The filter by several IDs is in the vendor's SDK (5.66) and not in its OpenAPI document. Its rows are believed where they are none but
 * those asked for; that it finds none, only where it was seen to find some.
 */
async function findCalls(api: Api, wanted: string[]): Promise<Row[] | undefined> {
  const seen = await api.memory.get('several-ids');
  if (seen === 'refused') return undefined;
  try {
    const { rows } = await askList(api, { call_id: isAnyOf(...wanted) }, { limit: wanted.length });
    const isHeeded = rows.every(({ id }) => wanted.includes(id));
    if (!isHeeded) await api.memory.set('several-ids', 'refused');
    else if (rows.length > 0) await api.memory.set('several-ids', 'found');
    return isHeeded && (rows.length > 0 || seen === 'found') ? rows : undefined;
  } catch (error) {
    if (asFailure(error).code !== 'request-rejected') throw error;
    await api.memory.set('several-ids', 'refused');
    return undefined;
  }
}

export const retell: Provider = {
  id: 'retell',
  name: 'Retell AI',
  regions: regions as Provider['regions'],
  account: [],
  authorize: bearer,
  headers: {},
  keyHelp: {
    en: 'In the Retell dashboard, open Settings → API Keys, add a key and paste it here. A key with restricted permissions must be allowed to read calls.',
  },
  keyPage: 'https://dashboard.retellai.com/',
  scopes: [],
  words,
  samples,
  ids,
  labelWords: ['retell'],
  // Its recordings are on hosts that belong to others, too.
  hosts: ['retellai.com'],
  requestsPerCall: 1,
  // The vendor publishes no number.
  limits: { concurrency: 3, requests: 60, interval: 60_000 },
  filters,
  getCall,
  toCall,
  listCalls: (api, chosen, cursor) =>
    askList(api, criteriaOf(chosen), { limit: 50, ...(cursor !== undefined && { pagination_key: cursor }) }),
  async callsOf(api, { phones }) {
    if (phones.length === 0) return undefined;
    const { rows, newest } = await callsByPhone(api, phones);
    return { rows, searched: { by: 'phone', values: phones, newest } };
  },
  findCalls,
  // The cheapest request that a key without the right to read calls fails.
  whoAmI: async (api) => ({ calls: (await askList(api, {}, { limit: 1, include_total: true })).total }),
  recording: (raw) => recordingUrl(linkOf(root(raw))),
  explain,
};
