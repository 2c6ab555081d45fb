import type { Call } from '../../call/call';
import type { Provider } from '../provider';
import { at, type Field, finite, first, isAbsent, items, number, root, text, time } from '../reading/fields';
import { linkedRecording } from '../reading/recording';
import { statusOf } from '../reading/status';
import { turnsOf } from '../reading/transcript';
import { actionsOf, extractedIn } from './actions';
import { words } from './words';

/** The row of the call: the reply is a list of one. */
export const rowOf = (reply: Field): Field => items(reply, 'call', 'response', 'calls')[0] ?? at(reply, 'call');

export const linkOf = (row: Field) => at(row, 'recording_url');

/** An address of Twilio may ask for Twilio's own login. */
const isTwilios = (link: Field) => /(?:^|\.)twilio\.com$/i.test(URL.parse(text(link) ?? '')?.hostname ?? '');

/** Whether the link of the reply can be opened. The vendor ends it on 2027-01-10: then every recording takes the key. */
export const isOpen = (link: Field) => linkedRecording(link).kind === 'link' && !isTwilios(link);

/** Epoch milliseconds as a text; a webhook has ISO 8601. */
function startOf(row: Field) {
  const start = at(row, 'start_time');
  const isEpoch = typeof start.value === 'string' && /^\d{11,14}$/.test(start.value);
  return time(isEpoch ? { ...start, value: Number(start.value) } : start);
}

/** The telephone's connection, in seconds. Milliseconds are sent; of the ringing the vendor says both, so it is no metric. */
function metricsIn(row: Field): Call['metrics'] {
  const field = at(row, 'telephony_duration');
  const sent = number(field);
  const value = sent === undefined ? undefined : finite(sent / 1000, field);
  return value === undefined ? [] : [{ name: 'telephony_duration', value, unit: 'seconds', pointer: field.pointer }];
}

/** A call as Synthflow's row tells it; rows of a list have other names. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const row = rowOf(reply);
  const status = statusOf(first(row, 'status', 'call_status'), words);
  const direction = text(row, 'type_of_call');
  const sides = ['lead_phone_number', 'agent_phone_number'] as const;
  const [from, to] = direction === 'inbound' ? sides : sides.toReversed();
  const agent = { id: text(row, 'model_id'), name: text(reply, 'agent', 'name') };
  const customer = text(first(row, 'lead_name', 'name'));
  const metrics = metricsIn(row);
  const duration = number(row, 'duration') ?? (metrics[0]?.value as number | undefined);
  const error = text(row, 'error_message');
  const isGoodbye = error === 'agent_goodbye';
  const reason = text(row, 'end_call_reason');
  const turns = turnsOf(at(row, 'transcript'), { agent: agent.name, customer });
  const link = linkOf(row);
  const isRecorded = !isAbsent(link) || (duration && status?.kind !== 'in-progress');
  const isVoicemail = status?.kind === 'voicemail' || reason?.startsWith('voicemail');
  return {
    status,
    direction,
    agent: agent.id || agent.name ? agent : undefined,
    from: text(first(row, 'phone_number_from', ...(direction ? [from as string] : []))),
    to: text(first(row, 'phone_number_to', ...(direction ? [to as string] : []))),
    customerName: customer,
    startedAt: startOf(row),
    duration,
    endReason: text(row, 'custom_end_call_reason') ?? reason ?? (isGoodbye ? error : undefined),
    endedBy: text(row, 'telephony_hangup'),
    flags: isVoicemail ? ['voicemail'] : [],
    transcripts: turns.length > 0 ? [{ kind: 'original', turns }] : [],
    extracted: extractedIn(row),
    actions: actionsOf(row),
    deliveries: [],
    metrics,
    issues: error && !isGoodbye ? [error] : [],
    recording: isRecorded ? { kind: isOpen(link) ? 'link' : 'request', pointer: link.pointer } : { kind: 'none' },
    raw,
    problems: [...reply.problems.values()],
  };
};
