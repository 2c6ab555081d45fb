import type { Call, Json } from '../../call/call';
import { CallFailure, fail } from '../../errors';
import { explainer } from '../reading/explain';
import {
  at,
  facts,
  type Field,
  finite,
  first,
  flag,
  isMembers,
  items,
  number,
  root,
  text,
  time,
} from '../reading/fields';
import { deliveriesOf } from './deliveries';
import { interactionsOf, texts } from './interactions';
import { callPage, callsWith, isId, knownFilters } from '../reading/list';
import { metricsOf } from '../reading/metrics';
import type { Api, Provider } from '../provider';
import type { CallFilter } from '../../call/providerInfo';
import { linkedRecording, recordingUrl } from '../reading/recording';
import { spokenText, turnsOf } from '../reading/transcript';
import { sentimentOf, statusOf } from '../reading/status';

const ids: Provider['ids'] = [{ kind: 'bare', pattern: '[1-9]\\d{0,18}' }];

const filters: CallFilter[] = [
  { name: 'agentid', kind: 'number' },
  { name: 'call_status', kind: 'choice', choices: ['completed', 'busy', 'failed', 'no-answer'] },
  { name: 'bulk_call_id', kind: 'number' },
];

const units = {
  p50_latency: 'seconds',
  p99_latency: 'seconds',
  prompt_tokens: 'tokens',
  completion_tokens: 'tokens',
  total_tokens: 'tokens',
  aggregated_estimated_cost: 'usd',
  call_cost: 'usd',
  cqs_score: 'score',
  metric_score_intent: 'score',
  metric_score_relevance: 'score',
  metric_score_latency: 'score',
  metric_score_coherence: 'score',
  total_tts_speaking_seconds: 'seconds',
  total_tts_speaking_minutes: 'minutes',
  amd_duration: 'seconds',
  model_name: 'text',
  model_type: 'text',
  asr_service: 'text',
  tts_service: 'text',
} as const;

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

/** The row of the call: the reply is a list of one. */
function rowOf(reply: Field, id: string): Field {
  const data = at(reply, 'call_log_data');
  if (!Array.isArray(data.value)) return data;
  const rows = data.value.map((_, index) => at(data, index));
  return rows.find((row) => isSame(at(row, 'id').value, id)) ?? at(data, 0);
}

// A number beyond 2^53 was rounded when the reply was parsed.
const isSame = (sent: Json | undefined, id: string) => String(sent) === id || sent === Number(id);

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

/** Seconds of the call. `call_duration_in_seconds` is only what is left of the last minute (0–59). */
function durationOf(row: Field): number | undefined {
  const shown = at(row, 'call_duration');
  const [, clock, rest] = /^\s*(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)\s*$/.exec(text(shown) ?? '') ?? [];
  if (clock !== undefined && rest !== undefined) return finite(Number(clock) * 60 + Number(rest), shown);
  const seconds = number(row, 'call_duration_in_seconds');
  const minutes = at(row, 'call_duration_in_minutes');
  const whole = Math.floor(number(minutes) ?? 0);
  return seconds === undefined || seconds >= 60 ? seconds : finite(whole * 60 + seconds, minutes);
}

function transcriptsOf(row: Field, turns: Call['transcripts'][number]['turns']): Call['transcripts'] {
  const conversation = turnsOf(at(row, 'call_conversation'), { labels: ['LLM', 'user'], breaks: /<br\s*\/?>|\n/i });
  if (turns.length === 0) return conversation.length ? [{ kind: 'original', turns: conversation }] : [];
  const differs = conversation.length > 0 && spokenText(conversation) !== spokenText(turns);
  return [{ kind: 'original', turns }, ...(differs ? [{ kind: 'other' as const, turns: conversation }] : [])];
}

const site = 'https://omnidim.io';
const linkOf = (row: Field) => first(row, 'internal_recording_url', 'recording_url');

const toCall: Provider['toCall'] = (ref, raw) => {
  const reply = root(raw);
  const row = rowOf(reply, ref.id);
  const { turns, actions } = interactionsOf(row);
  const status = statusOf(at(row, 'call_status'));
  const name = text(row, 'bot_name');
  const isVoicemail = flag(row, 'is_voicemail') || status?.kind === 'voicemail';
  return {
    ref,
    status,
    sentiment: sentimentOf(at(row, 'sentiment_score')),
    direction: text(row, 'call_direction'),
    channel: text(row, 'channel_type'),
    agent: name ? { name } : undefined,
    from: text(row, 'from_number'),
    to: text(row, 'to_number'),
    startedAt: time(row, 'time_of_call'),
    duration: durationOf(row),
    endReason: text(row, 'hangup_reason'),
    endedBy: text(row, 'hangup_source'),
    summary: text(row, 'sentiment_analysis_details'),
    flags: [
      ...(flag(row, 'is_simulation') ? ['simulation' as const] : []),
      ...(isVoicemail ? ['voicemail' as const] : []),
      ...(flag(row, 'is_call_transfer') ? ['transferred' as const] : []),
    ],
    transcripts: transcriptsOf(row, turns),
    extracted: facts(row, 'extracted_variables'),
    actions,
    deliveries: deliveriesOf(row),
    metrics: metricsOf(row, units),
    issues: texts(at(row, 'issues')),
    recording: { ...linkedRecording(linkOf(row), site), availableAt: time(row, 'recording_available_at') },
    raw,
    problems: [...reply.problems.values()],
  };
};

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
