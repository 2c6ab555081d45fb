import type { Call } from '../../call/call';
import { isInbound } from '../../call/otherParty';
import type { Provider } from '../provider';
import { at, type Field, first, flag, number, root, text, time } from '../reading/fields';
import { sentimentOf, statusOf } from '../reading/status';
import { deliveriesOf, issuesOf, learnedFrom } from './analysis';
import { conversationOf, toolResults } from './conversation';
import { callMetrics } from './metrics';
import { words } from './words';

/** What a telephone call came to says more than that its conversation is over. */
const outcomes = /^(voicemail|busy|no_answer|failed)$/;

/** What the tools of the platform say of themselves: `transfer_to_number_sip_success`. */
const outcomesOf = (conversation: Field): string[] =>
  toolResults(conversation).flatMap((result) => text(result, 'result', 'result_type') ?? []);

function statusIn(records: Field[], phone: Field, isVoicemail: boolean): Call['status'] {
  const status = statusOf(first(records, 'status'), words);
  const isOver = status?.kind === 'completed' || status?.kind === 'failed';
  if (isOver && outcomes.test(text(phone, 'call_result') ?? '')) return statusOf(at(phone, 'call_result'));
  return status?.kind === 'completed' && isVoicemail ? { ...status, kind: 'voicemail' } : status;
}

/** The two ends, by telephone, SMS or WhatsApp; unknown where the direction is. */
function endsOf(meta: Field, direction: string | undefined): Pick<Call, 'from' | 'to'> {
  const [phone, sms, whatsapp] = [at(meta, 'phone_call'), at(meta, 'sms'), at(meta, 'whatsapp')];
  const agent = text(phone, 'agent_number') ?? text(sms, 'agent_phone_number');
  const other =
    text(phone, 'external_number') ?? text(sms, 'sms_user_phone_number') ?? text(whatsapp, 'whatsapp_user_id');
  if (!/^(in|out)/i.test(direction ?? '')) return {};
  return isInbound(direction) ? { from: other, to: agent } : { from: agent, to: other };
}

function channelOf(meta: Field, listed: Field): string | undefined {
  const source = text(first([meta, listed], 'conversation_initiation_source'));
  const stated = source === 'unknown' ? undefined : source;
  return stated ?? text(meta, 'phone_call', 'type') ?? (flag(meta, 'text_only') ? 'text_only' : undefined);
}

/** Whether a person took over; a transfer that failed was tried, too. */
function isTransferred(meta: Field, outcomesOfTools: string[]): boolean {
  const tried = outcomesOfTools.filter((outcome) => outcome.startsWith('transfer_to_number'));
  if (tried.length > 0) return tried.some((outcome) => outcome.endsWith('success'));
  // `transfer_to_string` was seen in its place.
  const feature = first(at(meta, 'features_usage'), 'transfer_to_number', 'transfer_to_string');
  return flag(feature, 'used') === true;
}

function summaryOf(analysis: Field, listed: Field): string | undefined {
  const summary = text(first([analysis, listed], 'transcript_summary'));
  const title = text(first([analysis, listed], 'call_summary_title'));
  return title && summary ? `${title.replace(/\.\s*$/, '')}. ${summary}` : (summary ?? title);
}

/** A call as a conversation and its row in the list tell it; the row alone where the call is one of a list. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const [conversation, listed] = [at(reply, 'conversation'), at(reply, 'listed')];
  const records = [conversation, listed];
  const meta = at(conversation, 'metadata');
  const analysis = at(conversation, 'analysis');
  const phone = at(meta, 'phone_call');

  const tools = outcomesOf(conversation);
  const isVoicemail = tools.includes('voicemail_detection_success') || text(phone, 'call_result') === 'voicemail';
  const agent = { id: text(first(records, 'agent_id')), name: text(first(records, 'agent_name')) };
  const direction = text(first([phone, at(meta, 'sms'), at(meta, 'whatsapp'), listed], 'direction'));
  const { turns, actions } = conversationOf(conversation);
  const audio = at(conversation, 'has_audio');
  return {
    status: statusIn(records, phone, isVoicemail),
    // Only the list has it, where the agent's owner turned it on.
    sentiment: sentimentOf(at(listed, 'sentiment_analysis', 'overall_label')),
    direction,
    channel: channelOf(meta, listed),
    agent: agent.id || agent.name ? agent : undefined,
    ...endsOf(meta, direction),
    startedAt: time(first([meta, listed], 'start_time_unix_secs')),
    duration: number(first([meta, listed], 'call_duration_secs')),
    endReason: text(first([meta, listed], 'termination_reason')) ?? text(meta, 'error', 'reason'),
    summary: summaryOf(analysis, listed),
    flags: [
      ...(isVoicemail ? ['voicemail' as const] : []),
      ...(isTransferred(meta, tools) ? ['transferred' as const] : []),
    ],
    transcripts: turns.length > 0 ? [{ kind: 'original', turns }] : [],
    extracted: learnedFrom(analysis),
    actions,
    deliveries: deliveriesOf(conversation),
    metrics: callMetrics(conversation, listed),
    issues: issuesOf(conversation),
    recording: flag(audio) ? { kind: 'request', pointer: audio.pointer } : { kind: 'none' },
    raw,
    problems: [...reply.problems.values()],
  };
};
