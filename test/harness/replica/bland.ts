import type { Json } from '../../../lib/call/call';
import { blandCalls } from '../calls/bland';
import { wav } from '../wav';
import { documented } from './documented';
import { matches, progress, type Answer, type DemoCall, type Row, type Vendor, type VendorReplica } from './vendor';

const failed = (status: number, error: string, message: string): Answer => ({
  status,
  body: { data: null, errors: [{ error, message }] },
});

/** Too large for a list: “individual call transcripts are not included”. */
const ofOneCall = new Set([
  'transcripts',
  'concatenated_transcript',
  'corrected_transcript',
  'pathway_logs',
  'citations',
]);
const asRow = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !ofOneCall.has(name)));

const equals = ['answered_by', 'batch_id', 'completed', 'inbound'];
const isBetween = (query: URLSearchParams, row: Row) => {
  const day = String(row.created_at).slice(0, 10);
  const [first, last] = [query.get('start_date') ?? '', query.get('end_date') ?? '9999'];
  return day >= first.slice(0, 10) && day <= last.slice(0, 10);
};

/** Bland: the key as it is (or behind “Bearer”), lists by places, filters that want a number in the notation it has, sound only where sound is asked for. */
function bland(key: string): Vendor {
  const now = progress();
  const samples: DemoCall[] = documented('bland').map(([, row]) => ({ row: row as Row }));
  const calls = [...blandCalls, ...samples];

  const list = (query: URLSearchParams): Answer => {
    const wanted = calls.filter(
      ({ row }) =>
        equals.every((name) => matches(query, name, row[name])) &&
        matches(query, 'from_number', row.from) &&
        matches(query, 'to_number', row.to) &&
        Number(row.call_length) > Number(query.get('duration_gt') ?? -1) &&
        Number(row.call_length) < Number(query.get('duration_lt') ?? Infinity) &&
        isBetween(query, row),
    );
    const direction = query.get('ascending') === 'true' ? 1 : -1;
    const sorted = wanted.toSorted(
      (a, b) => direction * String(a.row.created_at).localeCompare(String(b.row.created_at)),
    );
    const [from, to] = [Number(query.get('from') ?? 0), Number(query.get('to') ?? Infinity)];
    const page = sorted.slice(from, to).slice(0, Number(query.get('limit') ?? 1000));
    const rows: Json[] = page.map((call) => asRow(now(call)));
    return { status: 200, body: { total_count: wanted.length, count: rows.length, calls: rows } };
  };

  const recording = ({ row }: DemoCall, accept: string): Answer => {
    if (!row.recording_url) return failed(404, 'CALL_RECORDING_NOT_FOUND', 'Call recording not found');
    if (!accept.includes('audio/mpeg')) return { status: 200, body: { url: row.recording_url } };
    return { status: 200, body: wav(), headers: { 'content-type': 'audio/wav' } };
  };

  return ({ method, path, query, headers }) => {
    if (headers.authorization?.replace(/^Bearer /, '') !== key) return failed(401, 'AUTH_FAILURE', 'Unauthorized');
    if (method !== 'GET') return failed(404, 'NOT_FOUND', `Cannot ${method} ${path}`);
    if (path === '/v1/me') {
      const billing = { current_balance: 99919.1210000034, refill_to: null };
      return { status: 200, body: { status: 'active', billing, total_calls: calls.length } };
    }
    if (path === '/v1/calls') return list(query);
    const [, id, part] = /^\/v1\/calls\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
    const call = calls.find(({ row }) => row.call_id === id);
    if (!call) return id ? failed(404, 'CALL_NOT_FOUND', 'Call not found') : failed(404, 'NOT_FOUND', 'No such route');
    if (part === undefined) return { status: 200, body: now(call) };
    return part === 'recording' ? recording(call, String(headers.accept)) : failed(404, 'NOT_FOUND', 'No such route');
  };
}

const key = 'org_0123456789abcdef0123456789abcdef0123456789abcdef69';
export const replica: VendorReplica = { key, start: () => bland(key) };
