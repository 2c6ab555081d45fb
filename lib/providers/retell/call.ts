import type { Call } from '../../call/call';
import type { Provider } from '../provider';
import { at, facts, type Field, first, flag, isAbsent, number, root, text, time } from '../reading/fields';
import { linkedRecording } from '../reading/recording';
import { sentimentOf, statusOf } from '../reading/status';
import { conversationOf } from './conversation';
import { measuresOf } from './measures';
import { words } from './words';

type Kind = NonNullable<Call['status']>['kind'];

/** What an end reason says more precisely than the status. */
const outcomes: Record<string, Kind> = {
  dial_busy: 'busy',
  dial_no_answer: 'no-answer',
  user_declined: 'no-answer',
  voicemail_reached: 'voicemail',
  machine_detected: 'voicemail',
};
const hungUp: Record<string, string> = { user_hangup: 'user', agent_hangup: 'agent' };
const transfers = new Set(['call_transfer', 'transfer_bridged']);

const among = <T>(known: Record<string, T>, word = ''): T | undefined =>
  Object.hasOwn(known, word) ? known[word] : undefined;

/** The vendor's own examples state an end beside `registered`: what has ended is in progress no more. */
function statusIn(call: Field, endReason: string | undefined, isVoicemail: boolean): Call['status'] {
  const status = statusOf(at(call, 'call_status'), words);
  if (!status) return undefined;
  const isOver = status.kind === 'in-progress' && !isAbsent(at(call, 'end_timestamp'));
  const ended = isOver ? 'completed' : status.kind;
  return {
    raw: status.raw,
    kind: among(outcomes, endReason) ?? (isVoicemail && ended === 'completed' ? 'voicemail' : ended),
  };
}

/** Seconds of the call. The vendor states milliseconds, and seconds in the bill. */
function durationOf(call: Field): number | undefined {
  const stated = number(call, 'duration_ms');
  if (stated !== undefined) return stated / 1000;
  const [start, end] = [number(call, 'start_timestamp'), number(call, 'end_timestamp')];
  if (start !== undefined && end !== undefined && end >= start) return (end - start) / 1000;
  return number(call, 'call_cost', 'total_duration_seconds');
}

/** The recording without personal data is there where the other one is not kept. */
export const linkOf = (call: Field) =>
  first(
    call,
    'recording_url',
    'scrubbed_recording_url',
    'recording_multi_channel_url',
    'scrubbed_recording_multi_channel_url',
  );

/** A call as Retell AI tells it. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const call = root(raw);
  const analysis = at(call, 'call_analysis');
  const endReason = text(call, 'disconnection_reason');
  const agent = { id: text(call, 'agent_id'), name: text(call, 'agent_name') };
  const isVoicemail = flag(analysis, 'in_voicemail') === true || among(outcomes, endReason) === 'voicemail';
  const isTransferred =
    transfers.has(endReason ?? '') ||
    (!isAbsent(at(call, 'transfer_destination')) && endReason !== 'transfer_cancelled');
  return {
    status: statusIn(call, endReason, isVoicemail),
    sentiment: sentimentOf(at(analysis, 'user_sentiment')),
    direction: text(call, 'direction'),
    channel: text(call, 'call_type'),
    agent: agent.id || agent.name ? agent : undefined,
    from: text(call, 'from_number'),
    to: text(call, 'to_number'),
    startedAt: time(call, 'start_timestamp'),
    duration: durationOf(call),
    endReason,
    endedBy: among(hungUp, endReason),
    summary: text(analysis, 'call_summary'),
    flags: [...(isVoicemail ? ['voicemail' as const] : []), ...(isTransferred ? ['transferred' as const] : [])],
    ...conversationOf(call, agent.name),
    extracted: [...facts(analysis, 'custom_analysis_data'), ...facts(call, 'collected_dynamic_variables')],
    deliveries: [],
    metrics: measuresOf(call),
    issues: [],
    recording: linkedRecording(linkOf(call)),
    raw,
    problems: [...call.problems.values()],
  };
};
