import { i18n } from '#i18n';
import type { Call } from './call';
import { sentimentWord, statusWord } from './statusWords';

export type Term = 'status' | 'sentiment' | 'endReason' | 'endedBy';

/** The vendors spell one word in several ways: `no-answer`, `no_answer`, `No answer`. */
const keyOf = (raw: string) =>
  raw
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s_]+/g, '_');

const status: Record<string, () => string> = {
  created: () => i18n.t('vocabulary.status.waiting'),
  queued: () => i18n.t('vocabulary.status.waiting'),
  pending: () => i18n.t('vocabulary.status.waiting'),
  scheduled: () => i18n.t('vocabulary.status.waiting'),
  dispatched: () => i18n.t('vocabulary.status.started'),
  initiated: () => i18n.t('vocabulary.status.started'),
  sent: () => i18n.t('vocabulary.status.started'),
  received: () => i18n.t('vocabulary.status.received'),
  ringing: () => i18n.t('vocabulary.status.ringing'),
  in_progress: () => i18n.t('vocabulary.status.inProgress'),
  ongoing: () => i18n.t('vocabulary.status.inProgress'),
  completed: () => i18n.t('vocabulary.status.completed'),
  ended: () => i18n.t('vocabulary.status.completed'),
  answered: () => i18n.t('vocabulary.status.answered'),
  hangup: () => i18n.t('vocabulary.status.hangup'),
  no_answer: () => i18n.t('vocabulary.status.noAnswer'),
  did_not_pick: () => i18n.t('vocabulary.status.noAnswer'),
  busy: () => i18n.t('vocabulary.status.busy'),
  voicemail: () => i18n.t('vocabulary.status.voicemail'),
  voicemail_detected: () => i18n.t('vocabulary.status.voicemail'),
  canceled: () => i18n.t('vocabulary.status.canceled'),
  cancelled: () => i18n.t('vocabulary.status.canceled'),
  failed: () => i18n.t('vocabulary.status.failed'),
  error: () => i18n.t('vocabulary.status.failed'),
  retry_expired: () => i18n.t('vocabulary.status.retryExpired'),
};

const sentiment: Record<string, () => string> = {
  positive: () => i18n.t('vocabulary.sentiment.positive'),
  neutral: () => i18n.t('vocabulary.sentiment.neutral'),
  negative: () => i18n.t('vocabulary.sentiment.negative'),
  unknown: () => i18n.t('vocabulary.sentiment.unknown'),
};

const endReason: Record<string, () => string> = {
  agent_disconnected: () => i18n.t('vocabulary.endReason.agentDisconnected'),
  user_disconnected: () => i18n.t('vocabulary.endReason.userDisconnected'),
  user_busy: () => i18n.t('vocabulary.endReason.userBusy'),
  user_did_not_pick_up: () => i18n.t('vocabulary.endReason.userDidNotPickUp'),
  invalid_phone_number: () => i18n.t('vocabulary.endReason.invalidPhoneNumber'),
  unknown: () => i18n.t('vocabulary.endReason.unknown'),
  network_failure: () => i18n.t('vocabulary.endReason.networkFailure'),
  voicemail_detected: () => i18n.t('vocabulary.endReason.voicemailDetected'),
  user_unreachable: () => i18n.t('vocabulary.endReason.userUnreachable'),
  destination_forbidden: () => i18n.t('vocabulary.endReason.destinationForbidden'),
  system_failure: () => i18n.t('vocabulary.endReason.systemFailure'),
  system_at_capacity: () => i18n.t('vocabulary.endReason.systemAtCapacity'),
  insufficient_balance: () => i18n.t('vocabulary.endReason.insufficientBalance'),
  end_call_tool_invoked: () => i18n.t('vocabulary.endReason.endCallTool'),
};

const endedBy: Record<string, () => string> = {
  bot: () => i18n.t('vocabulary.endedBy.agent'),
  agent: () => i18n.t('vocabulary.endedBy.agent'),
  user: () => i18n.t('vocabulary.endedBy.customer'),
};

const terms = { status, sentiment, endReason, endedBy };

/**
 * What a vendor's word means, in one plain sentence, to stand beside the word itself. `undefined` for a word no vendor documents:
 * then the word stands alone. Sources: the enumerations of the three vendors' documents and those seen in their live replies.
 */
export function explain(term: Term, raw: string): string | undefined {
  const words = terms[term];
  const key = keyOf(raw);
  return Object.hasOwn(words, key) ? words[key]?.() : undefined;
}

/** Our word and, where it says more than spelling, the vendor's own in brackets: "No answer (did_not_pick)". */
const withRaw = (name: string, raw: string) => (keyOf(name) === keyOf(raw) ? name : `${name} (${raw})`);

/** A status in words: ours, and the vendor's where it differs. */
export const statusName = (of: NonNullable<Call['status']>) => withRaw(statusWord(of), of.raw);

/** A sentiment in words: ours, and the vendor's where it differs. */
export const sentimentName = (of: NonNullable<Call['sentiment']>) => withRaw(sentimentWord(of), of.raw);
