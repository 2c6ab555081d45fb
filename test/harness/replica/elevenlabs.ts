import type { Json } from '../../../lib/call/call';
import { type ElevenlabsCall, elevenlabsCalls } from '../calls/elevenlabs';
import { mp3 } from '../mp3';
import { documented } from './documented';
import { matches, progress, type Answer, type Row, type Vendor, type VendorReplica } from './vendor';

const list = '/v1/convai/conversations';
const permission = 'convai_read';

const failed = (status: number, type: string, code: string, message: string): Answer => ({
  status,
  body: { detail: { type, code, status: code, message, request_id: '3c807fc4c3a1705f9638ecc764a91c01' } },
});
const unknown = failed(404, 'not_found', 'not_found', 'Conversation not found.');
const invalid = (name: string, msg: string): Answer => ({
  status: 422,
  body: { detail: [{ loc: ['query', name], msg, type: 'value_error' }] },
});

const row = (value: Json | undefined): Row => (value ?? {}) as Row;
const numeric = ['call_start_before_unix', 'call_start_after_unix', 'call_duration_min_secs', 'call_duration_max_secs'];
const choices: Record<string, string[]> = {
  call_successful: ['success', 'failure', 'unknown'],
  exclude_statuses: ['initiated', 'in-progress', 'processing', 'done', 'failed'],
  summary_mode: ['include', 'exclude'],
  sort_direction: ['asc', 'desc'],
  text_only: ['true', 'false'],
  has_feedback_comment: ['true', 'false'],
};

/** What the vendor checks before it answers a list; parameters it does not know are ignored. */
function refusal(query: URLSearchParams): Answer | undefined {
  for (const name of numeric) {
    if (!/^\d*$/.test(query.get(name) ?? '')) return invalid(name, 'Input should be a valid integer');
  }
  for (const [name, known] of Object.entries(choices)) {
    const value = query.get(name);
    if (value !== null && !known.includes(value)) return invalid(name, `Input should be ${known.join(' or ')}`);
  }
  const size = Number(query.get('page_size') ?? 30);
  const isSize = Number.isInteger(size) && size >= 1 && size <= 100;
  return isSize ? undefined : invalid('page_size', 'Input should be between 1 and 100');
}

/** A conversation as its list shows it. */
function listed(
  { row: { analysis, metadata, transcript, ...call }, listed: own }: ElevenlabsCall,
  summary: boolean,
): Row {
  const [meta, judged] = [row(metadata), row(analysis)];
  return {
    agent_id: call.agent_id ?? null,
    agent_name: call.agent_name ?? null,
    conversation_id: call.conversation_id ?? null,
    start_time_unix_secs: meta.start_time_unix_secs ?? null,
    call_duration_secs: meta.call_duration_secs ?? null,
    message_count: (transcript as Row[]).filter(({ message }) => message).length,
    status: call.status ?? null,
    termination_reason: meta.termination_reason ?? '',
    call_successful: judged.call_successful ?? 'unknown',
    transcript_summary: summary ? (judged.transcript_summary ?? null) : null,
    call_summary_title: summary ? (judged.call_summary_title ?? null) : null,
    main_language: meta.main_language ?? null,
    conversation_initiation_source: meta.conversation_initiation_source ?? null,
    direction: row(meta.phone_call).direction ?? null,
    rating: null,
    sentiment_analysis: null,
    ...own,
  };
}

/** Means something to the vendor alone. */
const cursorAt = (place: number) => Buffer.from(JSON.stringify({ place })).toString('base64url');
const placeOf = (cursor: string | null): number | undefined => {
  const place = Array.from({ length: 200 }, (_, index) => index).find((index) => cursorAt(index) === cursor);
  return cursor ? place : 0;
};

function within(query: URLSearchParams, call: Row): boolean {
  const [start, seconds] = [Number(call.start_time_unix_secs), Number(call.call_duration_secs)];
  const limit = (name: string, fallback: number) => Number(query.get(name) || fallback);
  return (
    start > limit('call_start_after_unix', 0) &&
    start < limit('call_start_before_unix', Infinity) &&
    seconds >= limit('call_duration_min_secs', 0) &&
    seconds <= limit('call_duration_max_secs', Infinity)
  );
}

/** ElevenLabs, as its OpenAPI and its errors page have it. `granted`: the permissions of the key (all, when left out). */
function elevenlabs(key: string, granted = [permission]): Vendor {
  const now = progress();
  const samples = documented('elevenlabs').map(([, reply]): ElevenlabsCall => ({ row: row(reply) }));
  const calls = [...elevenlabsCalls, ...samples];

  const page = (query: URLSearchParams): Answer => {
    const refused = refusal(query);
    if (refused) return refused;
    const from = placeOf(query.get('cursor'));
    if (from === undefined) return failed(400, 'validation_error', 'invalid_cursor', 'The cursor is not valid.');
    const size = Number(query.get('page_size') ?? 30);
    const rows = calls.map((call) => listed(call, query.get('summary_mode') === 'include'));
    const wanted = rows.filter(
      (each) =>
        ['agent_id', 'call_successful', 'main_languages', 'termination_reasons'].every((name) =>
          matches(query, name, each[name.replace(/s$/, '')] ?? each[name]),
        ) &&
        (!query.get('exclude_statuses') || query.get('exclude_statuses') !== each.status) &&
        within(query, each),
    );
    const direction = query.get('sort_direction') === 'asc' ? 1 : -1;
    const start = (each: Row) => Number(each.start_time_unix_secs);
    const sorted = wanted.toSorted((a, b) => direction * (start(a) - start(b)));
    const hasMore = from + size < sorted.length;
    return {
      status: 200,
      body: {
        conversations: sorted.slice(from, from + size),
        next_cursor: hasMore ? cursorAt(from + size) : null,
        has_more: hasMore,
      },
    };
  };

  return ({ method, path, query, headers }) => {
    const sent = headers['xi-api-key'];
    if (!sent) return failed(401, 'authentication_error', 'needs_authorization', 'No xi-api-key was received.');
    if (sent !== key) return failed(401, 'authentication_error', 'invalid_api_key', 'Invalid API key');
    if (method !== 'GET') return { status: 405, body: { detail: 'Method Not Allowed' } };
    const [route, id, audio] = /^\/v1\/convai\/conversations(?:\/([^/]+)(\/audio)?)?$/.exec(path) ?? [];
    if (route === undefined) return { status: 404, body: { detail: 'Not Found' } };
    if (!granted.includes(permission)) {
      const message = `The API key you used is missing the permission ${permission} to execute this operation.`;
      return {
        status: 401,
        body: {
          detail: { type: 'authentication_error', code: 'unauthorized', status: 'missing_permissions', message },
        },
      };
    }
    if (path === list) return page(query);
    const call = calls.find((each) => each.row.conversation_id === id);
    if (!call || (audio && !call.row.has_audio)) return unknown;
    if (audio) return { status: 200, body: mp3(), headers: { 'content-type': 'audio/mpeg' } };
    return { status: 200, body: now(call) };
  };
}

const key = `sk_${'0de3'.repeat(12)}`;
export const replica: VendorReplica = {
  key,
  start: ({ elevenlabsPermissions }) => elevenlabs(key, elevenlabsPermissions),
};
