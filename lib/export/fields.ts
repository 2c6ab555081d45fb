import { i18n } from '#i18n';
import type { Action, Call, Json, Timestamp, Turn } from '../call/call';
import { formatClock } from '../call/duration';
import { jsonText } from '../call/jsonText';
import { sentimentName, statusName } from '../call/vendorWords';
import type { Names } from './format';

/** A time with its zone, or the provider's own words and that they name none. */
export const timeText = ({ text, iso }: Timestamp) => iso ?? i18n.t('export.noZone', { time: text });

export const factText = (value: Json, absent: boolean) =>
  absent || value === null || value === '' ? i18n.t('export.absent') : jsonText(value);

/** When a turn was said, as far as the provider states it. */
export function turnTime({ offset, at }: Turn): string | undefined {
  return offset === undefined ? at && (at.iso ?? at.text) : formatClock(offset);
}

/** An action in one line: its name, how it ended. */
export function actionText({ name, type, succeeded }: Action): string {
  const what = name && name !== type ? `${name} (${type})` : type;
  if (succeeded === undefined) return what;
  return `${what}: ${succeeded ? i18n.t('call.actions.succeeded') : i18n.t('call.actions.failed')}`;
}

export const fieldKeys = [
  'callId',
  'provider',
  'connection',
  'status',
  'sentiment',
  'direction',
  'agent',
  'customer',
  'from',
  'to',
  'started',
  'duration',
  'endReason',
  'endedBy',
  'channel',
  'contactId',
  'summary',
] as const;
export type FieldKey = (typeof fieldKeys)[number];

const fields: Record<FieldKey, [label: () => string, value: (call: Call, names: Names) => string | undefined]> = {
  callId: [() => i18n.t('export.callId'), ({ ref }) => ref.id],
  provider: [() => i18n.t('call.term.provider'), (_, { provider }) => provider],
  connection: [() => i18n.t('call.term.connection'), (_, { connection }) => connection],
  status: [() => i18n.t('call.term.status'), ({ status }) => status && statusName(status)],
  sentiment: [() => i18n.t('call.term.sentiment'), ({ sentiment }) => sentiment && sentimentName(sentiment)],
  direction: [() => i18n.t('call.term.direction'), ({ direction }) => direction],
  agent: [() => i18n.t('call.term.agent'), ({ agent }) => agent?.name ?? agent?.id],
  customer: [() => i18n.t('call.term.customer'), ({ customerName }) => customerName],
  from: [() => i18n.t('call.term.from'), ({ from }) => from],
  to: [() => i18n.t('call.term.to'), ({ to }) => to],
  started: [() => i18n.t('call.term.started'), ({ startedAt }) => startedAt && timeText(startedAt)],
  duration: [
    () => i18n.t('call.term.duration'),
    ({ duration }) => (duration === undefined ? undefined : formatClock(duration)),
  ],
  endReason: [() => i18n.t('call.term.endReason'), ({ endReason }) => endReason],
  endedBy: [() => i18n.t('call.term.endedBy'), ({ endedBy }) => endedBy],
  channel: [() => i18n.t('call.term.channel'), ({ channel }) => channel],
  contactId: [() => i18n.t('call.term.contactId'), ({ contactId }) => contactId],
  summary: [() => i18n.t('call.term.summary'), ({ summary }) => summary],
};

/** The label of a field, and its value; `undefined` where the provider did not state it. */
export function fieldOf(key: FieldKey, call: Call, names: Names): { label: string; value: string } | undefined {
  const [label, read] = fields[key];
  const value = read(call, names)?.trim();
  return value ? { label: label(), value } : undefined;
}

export const fieldLabel = (key: FieldKey) => fields[key][0]();
