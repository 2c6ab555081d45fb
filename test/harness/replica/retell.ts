import type { Json } from '../../../lib/call/call';
import { isMembers } from '../../../lib/call/jsonPointer';
import { retellCalls } from '../calls/retell';
import { wav } from '../wav';
import { documented } from './documented';
import { progress, type Answer, type Row, type Vendor, type VendorReplica } from './vendor';

const failed = (status: number, message: string): Answer => ({ status, body: { status: 'error', message } });
const malformed = failed(400, 'Invalid request format, please check API reference.');
const unknown = failed(422, 'Cannot find requested asset under given api key.');

const at = (row: Row, ...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, name) => (isMembers(value ?? null) ? (value as Row)[name] : undefined), row);

type Test = (filter: Row, value: Json | undefined) => boolean;

/** The vendor's kinds of filters, with what each may do. */
const kinds: Record<string, { ops: string[]; isValue(value: Json | undefined): boolean; test: Test }> = {
  string: {
    ops: ['eq', 'ne', 'sw', 'ew', 'co'],
    isValue: (value) => typeof value === 'string',
    test: ({ op, value }, found) => {
      const [text, wanted] = [String(found ?? ''), String(value)];
      if (op === 'sw') return text.startsWith(wanted);
      if (op === 'ew') return text.endsWith(wanted);
      if (op === 'co') return text.includes(wanted);
      return (text === wanted) === (op === 'eq');
    },
  },
  enum: {
    ops: ['in'],
    isValue: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
    test: ({ value }, found) => (value as Json[]).includes(found ?? null),
  },
  boolean: {
    ops: ['eq'],
    isValue: (value) => typeof value === 'boolean',
    test: ({ value }, found) => value === found,
  },
  number: {
    ops: ['eq', 'ne', 'gt', 'ge', 'lt', 'le'],
    isValue: (value) => typeof value === 'number',
    test: ({ op, value }, found) => {
      if (typeof found !== 'number') return false;
      const difference = found - Number(value);
      const holds: Record<string, boolean> = {
        eq: difference === 0,
        ne: difference !== 0,
        gt: difference > 0,
        ge: difference >= 0,
        lt: difference < 0,
        le: difference <= 0,
      };
      return holds[String(op)] ?? false;
    },
  },
};

/** The filters that are told here, where each looks, and of which kinds it may be. */
const criteria: Record<string, { path: string[]; kinds: string[] }> = {
  call_id: { path: ['call_id'], kinds: ['string', 'enum'] },
  agent_tag: { path: ['agent_tag'], kinds: ['enum'] },
  batch_call_id: { path: ['batch_call_id'], kinds: ['string'] },
  call_status: { path: ['call_status'], kinds: ['enum'] },
  call_type: { path: ['call_type'], kinds: ['enum'] },
  direction: { path: ['direction'], kinds: ['enum'] },
  disconnection_reason: { path: ['disconnection_reason'], kinds: ['enum'] },
  from_number: { path: ['from_number'], kinds: ['string'] },
  to_number: { path: ['to_number'], kinds: ['string'] },
  user_sentiment: { path: ['call_analysis', 'user_sentiment'], kinds: ['enum'] },
  call_successful: { path: ['call_analysis', 'call_successful'], kinds: ['boolean'] },
  in_voicemail: { path: ['call_analysis', 'in_voicemail'], kinds: ['boolean'] },
  start_timestamp: { path: ['start_timestamp'], kinds: ['number'] },
  end_timestamp: { path: ['end_timestamp'], kinds: ['number'] },
};

/** Whether a row passes all filters; `undefined` where one is not as the vendor wants it. */
function passes(row: Row, filters: Row): boolean | undefined {
  const verdicts = Object.entries(filters).map(([name, filter]) => {
    if (name === 'agent') {
      if (!Array.isArray(filter)) return undefined;
      return filter.length === 0 || filter.some((each) => isMembers(each) && each.agent_id === row.agent_id);
    }
    const known = criteria[name];
    if (!known || !isMembers(filter)) return undefined;
    const kind = known.kinds.includes(String(filter.type)) ? kinds[String(filter.type)] : undefined;
    const isSound = kind?.ops.includes(String(filter.op)) && kind.isValue(filter.value);
    return isSound ? kind?.test(filter, at(row, ...known.path)) : undefined;
  });
  return verdicts.includes(undefined) ? undefined : verdicts.every(Boolean);
}

const members = new Set(['filter_criteria', 'include_total', 'limit', 'pagination_key', 'skip', 'sort_order']);
/** Means something to the vendor alone. */
const cursorAt = (place: number) => Buffer.from(`after:${place}`).toString('base64url');
const placeOf = (cursor: string) => Number(/^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]);

function parse(body: string): Json {
  try {
    return JSON.parse(body || '{}') as Json;
  } catch {
    return null;
  }
}

/** One page of the calls. Rows hold no transcript in any form. */
function list(rows: Row[], body: string): Answer {
  const asked = parse(body);
  if (!isMembers(asked) || Object.keys(asked).some((name) => !members.has(name))) return malformed;
  const { filter_criteria = {}, limit = 50, skip, pagination_key, include_total, sort_order = 'descending' } = asked;
  if (skip !== undefined && pagination_key !== undefined) return malformed;
  if (!Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > 1000) return malformed;
  const from = typeof pagination_key === 'string' ? placeOf(pagination_key) : Number(skip ?? 0);
  if (!isMembers(filter_criteria) || Number.isNaN(from)) return malformed;
  if (!['ascending', 'descending'].includes(String(sort_order))) return malformed;
  const verdicts = rows.map((row) => passes(row, filter_criteria));
  if (verdicts.includes(undefined)) return malformed;
  const direction = sort_order === 'ascending' ? 1 : -1;
  const found = rows
    .filter((_, index) => verdicts[index])
    .toSorted((a, b) => direction * (Number(a.start_timestamp ?? 0) - Number(b.start_timestamp ?? 0)));
  const to = from + Number(limit);
  const items = found
    .slice(from, to)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !/transcript/.test(name))));
  const more = to < found.length;
  return {
    status: 200,
    body: {
      items,
      has_more: more,
      ...(more && { pagination_key: cursorAt(to) }),
      ...(include_total === true && { total: found.length }),
    },
  };
}

/** Retell AI: 422 for an unknown ID, lists by POST, a recording to whoever has its address; no published limit. */
function retell(key: string): Vendor {
  const now = progress();
  const samples = new Map(documented('retell'));
  return ({ method, path, headers, origin, body }) => {
    if (path.startsWith('/recordings/'))
      return { status: 200, body: wav(), headers: { 'content-type': 'audio/x-wav' } };
    if (headers.authorization !== `Bearer ${key}`) return failed(401, 'API key is missing or invalid.');

    /** The call as it stands, its addresses whole; a member that is not there yet is left out. */
    const whole = (row: Row): Row =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, typeof value === 'string' && value.startsWith('/') ? origin + value : value]),
      );
    if (method === 'POST' && path === '/v3/list-calls')
      return list(
        retellCalls.map((call) => whole(now(call))),
        body,
      );
    if (method !== 'GET') return failed(404, `Cannot ${method} ${path}`);
    if (path === '/get-concurrency')
      return { status: 200, body: { current_concurrency: 1, concurrency_limit: 20, base_concurrency: 20 } };
    const sample = samples.get(path);
    if (sample) return { status: 200, body: sample };
    const [, id] = /^\/v2\/get-call\/([^/]+)$/.exec(path) ?? [];
    if (!id) return failed(404, `Cannot ${method} ${path}`);
    const call = retellCalls.find(({ row }) => row.call_id === id);
    return call ? { status: 200, body: whole(now(call)) } : unknown;
  };
}

const key = 'key_0f1e2d3c4b5a69788796a5b4c3d2';
export const replica: VendorReplica = { key, start: () => retell(key) };
