import { createHash } from 'node:crypto';
import type { Json } from '../../../lib/call/call';
import { dialnexaCalls } from '../calls/dialnexa';
import { wav } from '../wav';
import { documented } from './documented';
import {
  matches,
  pageNumber,
  progress,
  rateLimit,
  slice,
  type Answer,
  type DemoCall,
  type Row,
  type Vendor,
  type VendorReplica,
} from './vendor';

/** Kept out of the light log by the older routes: "The transcript and recording URL are not returned". */
const detailsOnly = ['transcript', 'timeline', 'recording_url'];
/** Filters that only the newer routes document, by the row's own name; each takes one value or several with commas between. */
const newerFilters = {
  call_id: 'call_id',
  from: 'from_number',
  to: 'to_number',
  call_direction: 'call_direction',
  end_reason: 'end_reason',
};
/** Known to the newer routes alone. */
const newerOnly = ['summary', 'call_direction', 'from_number', 'to_number'];

const errors: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  429: 'Too Many Requests',
};
const failed = (statusCode: number, message: string): Answer => ({
  status: statusCode,
  body: { statusCode, message, error: errors[statusCode] ?? 'Error' },
});

const without = (row: Row, names: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** The same call as `/v1/calls` shows it: other names, camel-case time, the transcript on one line. */
function asNewer({
  call_id,
  created_at,
  duration_seconds,
  transcript,
  recording_url,
  analysis,
  sentiment,
  ...row
}: Row): Row {
  return {
    ...without(row, ['timeline', 'fallback_stt_transcriber_id']),
    id: call_id ?? null,
    createdAt: created_at ?? null,
    duration: duration_seconds ?? null,
    transcript: typeof transcript === 'string' ? transcript.replaceAll('\n', ' ') : null,
    postcallanalysis: { ...(analysis as Row | null), sentiment: sentiment ?? null },
    recording_sas_url: recording_url ?? null,
  };
}

/** DialNexa: two generations of routes, of which one answers; whole key with its colon; 150 requests a minute. */
function dialnexa(key: string, generation: 'call-logs' | 'calls'): Vendor {
  const now = progress();
  const limit = rateLimit(150, 60_000);
  const samples = new Map(documented('dialnexa'));

  return ({ method, path, query, headers, origin }) => {
    if (path.startsWith('/recordings/'))
      return { status: 200, body: wav(), headers: { 'content-type': 'audio/x-wav' } };
    if (headers.authorization !== `Bearer ${key}`) return failed(401, 'API key is missing or invalid');

    const { exceeded, remaining, resetsAt } = limit();
    const limits = {
      'x-ratelimit-limit': '150',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.ceil(resetsAt / 1000)),
    };
    if (exceeded) {
      const seconds = String(Math.ceil((resetsAt - Date.now()) / 1000));
      return { ...failed(429, 'Too many requests'), headers: { ...limits, 'retry-after': seconds } };
    }

    const full = (call: DemoCall): Row => {
      const row = now(call);
      const link = row.recording_url;
      return typeof link === 'string' && link.startsWith('/') ? { ...row, recording_url: origin + link } : row;
    };
    const find = (id: string) => dialnexaCalls.find((call) => call.row.call_id === id);
    const list = dialnexaCalls.filter(
      ({ row }) =>
        matches(query, 'agent_id', row.agent_id) &&
        matches(query, 'status', row.status) &&
        matches(query, 'sentiment', row.sentiment) &&
        (generation === 'call-logs' ||
          Object.entries(newerFilters).every(([name, member]) => matches(query, name, row[member]))) &&
        String(row.created_at) >= (query.get('start_date') ?? '') &&
        (!query.get('end_date') || String(row.created_at).slice(0, 10) <= String(query.get('end_date')).slice(0, 10)),
    );
    const direction = query.get('created_at') === 'asc' ? 1 : -1;
    const sorted = list.toSorted(
      (a, b) => direction * String(a.row.created_at).localeCompare(String(b.row.created_at)),
    );
    const page = pageNumber(query, 'page', 1);

    const answer = (): Answer => {
      if (method !== 'GET' || !path.startsWith(`/v1/${generation}`)) return failed(404, `Cannot ${method} ${path}`);
      if (samples.has(path)) return { status: 200, body: samples.get(path) ?? null };

      const [, id, details] = /^\/v1\/[^/]+\/([^/]+)(\/details)?$/.exec(path) ?? [];
      if (generation === 'calls') {
        if (!id) {
          const rows = slice(sorted, page, pageNumber(query, 'limit', 20, 200)).map(full);
          return { status: 200, body: rows.map((row) => without(asNewer(row), ['transcript', 'recording_sas_url'])) };
        }
        if (!id.startsWith('call_')) return failed(400, 'Invalid call ID format');
        const call = find(id);
        return call && !details ? { status: 200, body: asNewer(full(call)) } : failed(404, 'Call not found');
      }
      if (!id) {
        const size = pageNumber(query, 'limit', 20, 100);
        const data: Json[] = slice(sorted, page, size).map((call) =>
          without(full(call), [...detailsOnly, ...newerOnly]),
        );
        const meta = { page, limit: size, total: list.length, totalPages: Math.ceil(list.length / size) };
        return withEtag({ status: 200, body: { data, meta } }, headers['if-none-match']);
      }
      const call = find(id);
      if (!call) return failed(404, 'Call log not found');
      return { status: 200, body: without(full(call), details ? newerOnly : [...detailsOnly, ...newerOnly]) };
    };

    const { headers: own, ...rest } = answer();
    return { ...rest, headers: { ...limits, ...own } };
  };
}

const key = `demoreplica014:${'0123456789abcdef'.repeat(4)}`;
export const replica: VendorReplica = {
  key,
  start: ({ dialnexaGeneration = 'call-logs' }) => dialnexa(key, dialnexaGeneration),
};

function withEtag(answer: Answer, known: string | undefined): Answer {
  const etag = `"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex').slice(0, 16)}"`;
  return known === etag ? { status: 304, body: Buffer.alloc(0), headers: { etag } } : { ...answer, headers: { etag } };
}
