import type { Call, Json } from '../../call/call';
import type { Provider } from '../provider';
import { at, facts, type Field, finite, first, flag, number, root, text, time } from '../reading/fields';
import { metricsOf } from '../reading/metrics';
import { linkedRecording } from '../reading/recording';
import { sentimentOf, statusOf } from '../reading/status';
import { spokenText, turnsOf } from '../reading/transcript';
import { deliveriesOf } from './deliveries';
import { interactionsOf, texts } from './interactions';

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

/** The row of the call: the reply is a list of one. */
export function rowOf(reply: Field, id: string): Field {
  const data = at(reply, 'call_log_data');
  if (!Array.isArray(data.value)) return data;
  const rows = data.value.map((_, index) => at(data, index));
  return rows.find((row) => isSame(at(row, 'id').value, id)) ?? at(data, 0);
}

export const isSame = (sent: Json | undefined, id: string) => String(sent) === id;

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
  const conversation = turnsOf(at(row, 'call_conversation'), { agent: text(row, 'bot_name') });
  if (turns.length === 0) return conversation.length ? [{ kind: 'original', turns: conversation }] : [];
  const differs = conversation.length > 0 && spokenText(conversation) !== spokenText(turns);
  return [{ kind: 'original', turns }, ...(differs ? [{ kind: 'other' as const, turns: conversation }] : [])];
}

export const site = 'https://omnidim.io';
export const linkOf = (row: Field) => first(row, 'internal_recording_url', 'recording_url');

/** A call as OmniDimension's row tells it. */
export const toCall: Provider['toCall'] = (id, raw) => {
  const reply = root(raw);
  const row = rowOf(reply, id);
  const { turns, actions } = interactionsOf(row);
  const status = statusOf(at(row, 'call_status'));
  const name = text(row, 'bot_name');
  const isVoicemail = flag(row, 'is_voicemail') || status?.kind === 'voicemail';
  return {
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
