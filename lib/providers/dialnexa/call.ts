import type { Call } from '../../call/call';
import { at, facts, type Field, first, isAbsent, items, number, parsed, root, text, time } from '../reading/fields';
import { isMembers } from '../../call/jsonPointer';
import { metricsOf } from '../reading/metrics';
import type { Provider } from '../provider';
import { linkedRecording } from '../reading/recording';
import { turnsOf } from '../reading/transcript';
import { sentimentOf, statusOf } from '../reading/status';

/** The record itself: some endpoints wrap their answer as `{statusCode, data}`. */
export const unwrap = (field: Field) => {
  const inner = at(field, 'data');
  return isMembers(inner.value) && isAbsent(first(field, 'id', 'call_id')) ? inner : field;
};

/** Where a field may be: what the richer requests say goes before the light log. */
export const recordsOf = (reply: Field): Field[] => ['details', 'call', 'log'].map((name) => unwrap(at(reply, name)));

const analyses = ['analysis', 'postcallanalysis', 'post_call_analysis', 'extracted_data'];
export const linkOf = (records: Field[]) => first(records, 'recording_url', 'recording_sas_url');

/** The events of the call, in the vendor's words: `call_answered`, tools that were invoked. */
function timelineOf(records: Field[]): Call['actions'] {
  return items(first(records, 'timeline')).map((event) => {
    return {
      type: 'timeline',
      name: text(event, 'event') ?? '',
      at: time(event, 'timestamp'),
      parameters: facts(event).filter(({ name }) => name !== 'event' && name !== 'timestamp'),
      pointer: event.pointer,
    };
  });
}

/** A call as DialNexa's replies tell it. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const records = recordsOf(reply);
  const pick = (...names: string[]) => first(records, ...names);
  const found = analyses.map((name) => pick(name)).filter((field) => !isAbsent(field));
  const inAnalysis = (name: string) => first(found.length ? found.map(parsed) : records, name);

  const status = statusOf(pick('status'));
  const endReason = text(pick('end_reason', 'hangup_reason', 'disconnection_reason'));
  const agent = { id: text(pick('agent_id')), name: text(pick('agent_name')) };
  const isVoicemail = status?.kind === 'voicemail' || endReason === 'voicemail_detected';
  const turns = turnsOf(pick('transcript'), { agent: agent.name, customer: text(pick('customer_name')) });
  return {
    status,
    sentiment: sentimentOf(isAbsent(pick('sentiment')) ? inAnalysis('sentiment') : pick('sentiment')),
    direction: text(pick('call_direction', 'direction')),
    channel: text(pick('type')),
    agent: agent.id || agent.name ? agent : undefined,
    from: text(pick('from_number')),
    to: text(pick('to_number')),
    startedAt: time(pick('created_at', 'createdAt', 'called_time', 'initiated_time', 'initiated_at')),
    duration: number(pick('duration_seconds', 'duration_sec', 'duration', 'duration_in_seconds')),
    endReason,
    summary: text(isAbsent(pick('summary')) ? inAnalysis('summary') : pick('summary')),
    flags: isVoicemail ? ['voicemail'] : [],
    transcripts: turns.length ? [{ kind: 'original', turns }] : [],
    extracted: found.flatMap((field) => facts(field)),
    actions: timelineOf(records),
    deliveries: [],
    metrics: records.flatMap((record) => metricsOf(record, { llm_name: 'text', voice_model_name: 'text' })),
    issues: [],
    recording: linkedRecording(linkOf(records)),
    raw,
    problems: [...reply.problems.values()],
  };
};
