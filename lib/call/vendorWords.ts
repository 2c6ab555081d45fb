import { i18n } from '#i18n';
import type { Call } from './call';
import type { sentimentKinds, statusKinds } from './kinds';
import { sentimentWord, statusWord } from './statusWords';

type StatusKind = (typeof statusKinds)[number];
type SentimentKind = (typeof sentimentKinds)[number];

/** What a vendor's word says: our kind, where the term has kinds, and one plain sentence. */
interface Word<Kind extends string = never, Meaning = () => string> {
  kind?: Kind;
  meaning?: Meaning;
}
type Words<Kind extends string = never, Meaning = () => string> = Record<string, Word<Kind, Meaning>>;

/** The words of each term, in the spelling of `wordKey`. */
export interface VendorWords<Meaning = () => string> {
  status: Words<StatusKind, Meaning>;
  sentiment: Words<SentimentKind, Meaning>;
  endReason: Words<never, Meaning>;
  endedBy: Words<never, Meaning>;
}

export type Term = keyof VendorWords;

/** The vendors spell one word in several ways: `no-answer`, `no_answer`, `No answer`. */
export const wordKey = (raw: string) =>
  raw
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s_]+/g, '_');

const status: Words<StatusKind> = {
  created: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.waiting') },
  queued: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.waiting') },
  pending: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.waiting') },
  scheduled: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.waiting') },
  dispatched: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.started') },
  initiated: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.started') },
  sent: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.started') },
  received: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.received') },
  ringing: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.ringing') },
  in_progress: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.inProgress') },
  ongoing: { kind: 'in-progress', meaning: () => i18n.t('vocabulary.status.inProgress') },
  completed: { kind: 'completed', meaning: () => i18n.t('vocabulary.status.completed') },
  ended: { kind: 'completed', meaning: () => i18n.t('vocabulary.status.completed') },
  answered: { kind: 'completed', meaning: () => i18n.t('vocabulary.status.answered') },
  hangup: { kind: 'completed', meaning: () => i18n.t('vocabulary.status.hangup') },
  no_answer: { kind: 'no-answer', meaning: () => i18n.t('vocabulary.status.noAnswer') },
  did_not_pick: { kind: 'no-answer', meaning: () => i18n.t('vocabulary.status.noAnswer') },
  busy: { kind: 'busy', meaning: () => i18n.t('vocabulary.status.busy') },
  voicemail: { kind: 'voicemail', meaning: () => i18n.t('vocabulary.status.voicemail') },
  voicemail_detected: { kind: 'voicemail', meaning: () => i18n.t('vocabulary.status.voicemail') },
  canceled: { kind: 'canceled', meaning: () => i18n.t('vocabulary.status.canceled') },
  cancelled: { kind: 'canceled', meaning: () => i18n.t('vocabulary.status.canceled') },
  failed: { kind: 'failed', meaning: () => i18n.t('vocabulary.status.failed') },
  error: { kind: 'failed', meaning: () => i18n.t('vocabulary.status.failed') },
  retry_expired: { kind: 'failed', meaning: () => i18n.t('vocabulary.status.retryExpired') },
};

const sentiment: Words<SentimentKind> = {
  positive: { kind: 'positive', meaning: () => i18n.t('vocabulary.sentiment.positive') },
  neutral: { kind: 'neutral', meaning: () => i18n.t('vocabulary.sentiment.neutral') },
  negative: { kind: 'negative', meaning: () => i18n.t('vocabulary.sentiment.negative') },
  unknown: { kind: 'unknown', meaning: () => i18n.t('vocabulary.sentiment.unknown') },
};

const endReason: Words = {
  agent_disconnected: { meaning: () => i18n.t('vocabulary.endReason.agentDisconnected') },
  user_disconnected: { meaning: () => i18n.t('vocabulary.endReason.userDisconnected') },
  user_busy: { meaning: () => i18n.t('vocabulary.endReason.userBusy') },
  user_did_not_pick_up: { meaning: () => i18n.t('vocabulary.endReason.userDidNotPickUp') },
  invalid_phone_number: { meaning: () => i18n.t('vocabulary.endReason.invalidPhoneNumber') },
  unknown: { meaning: () => i18n.t('vocabulary.endReason.unknown') },
  network_failure: { meaning: () => i18n.t('vocabulary.endReason.networkFailure') },
  voicemail_detected: { meaning: () => i18n.t('vocabulary.endReason.voicemailDetected') },
  user_unreachable: { meaning: () => i18n.t('vocabulary.endReason.userUnreachable') },
  destination_forbidden: { meaning: () => i18n.t('vocabulary.endReason.destinationForbidden') },
  system_failure: { meaning: () => i18n.t('vocabulary.endReason.systemFailure') },
  system_at_capacity: { meaning: () => i18n.t('vocabulary.endReason.systemAtCapacity') },
  insufficient_balance: { meaning: () => i18n.t('vocabulary.endReason.insufficientBalance') },
  end_call_tool_invoked: { meaning: () => i18n.t('vocabulary.endReason.endCallTool') },
};

const endedBy: Words = {
  bot: { meaning: () => i18n.t('vocabulary.endedBy.agent') },
  agent: { meaning: () => i18n.t('vocabulary.endedBy.agent') },
  user: { meaning: () => i18n.t('vocabulary.endedBy.customer') },
};

const documented: VendorWords = { status, sentiment, endReason, endedBy };

/**
 * What is known of a vendor's word: from the words its provider brings, else from the enumerations of the vendors' documents and
 * those seen in their live replies. `undefined` for any other word.
 */
function wordOf<T extends Term, M>(
  term: T,
  raw: string,
  own?: Partial<VendorWords<M>>,
): VendorWords<M | (() => string)>[T][string] | undefined {
  const key = wordKey(raw);
  const known = [own?.[term], documented[term]].find((words) => words && Object.hasOwn(words, key));
  return known?.[key] as VendorWords<M | (() => string)>[T][string] | undefined;
}

/** Our kind of a vendor's word; `unknown` for one that nobody documents. */
export const kindOf = <T extends 'status' | 'sentiment'>(term: T, raw: string, own?: Partial<VendorWords<unknown>>) =>
  (wordOf(term, raw, own)?.kind ?? 'unknown') as NonNullable<Call[T]>['kind'];

/** What a vendor's word means, in one plain sentence, to stand beside the word itself; `undefined`: the word stands alone. */
export const meaningOfWord = (term: Term, raw: string, own?: Partial<VendorWords>): string | undefined =>
  wordOf(term, raw, own)?.meaning?.();

/** Whether a vendor's word says more than ours for it: `ringing` does beside “In progress”, `ended` beside “Completed” does not. */
export function saysMore(
  term: 'status' | 'sentiment',
  { raw, kind }: NonNullable<Call['status' | 'sentiment']>,
): boolean {
  if (kind === 'unknown' || wordKey(raw) === wordKey(kind)) return false;
  const meaning = meaningOfWord(term, raw);
  return meaning === undefined || meaning !== meaningOfWord(term, kind);
}

/** What the vendor's word of a call's term means: as its provider says, else as is documented. `undefined` where there is no word, or nobody knows. */
export function meaningIn(call: Call, term: Term): string | undefined {
  const { meanings = {} } = call;
  const own = term === 'sentiment' ? undefined : meanings[term];
  const word = call[term];
  const raw = typeof word === 'object' ? word.raw : word;
  return own ?? (raw === undefined ? undefined : meaningOfWord(term, raw));
}

/** How a call ended, or by whom, in words: what the vendor's word means, else the word itself. `undefined` where the vendor says neither. */
export function endingOf(call: Call): string | undefined {
  if (call.endReason) return meaningIn(call, 'endReason') ?? call.endReason;
  return call.endedBy && (meaningIn(call, 'endedBy') ?? call.endedBy);
}

/** Our word and, where it says more than spelling, the vendor's own in brackets: "No answer (did_not_pick)". */
const withRaw = (name: string, raw: string) => (wordKey(name) === wordKey(raw) ? name : `${name} (${raw})`);

/** A status in words: ours, and the vendor's where it differs. */
export const statusName = (of: NonNullable<Call['status']>) => withRaw(statusWord(of), of.raw);

/** A sentiment in words: ours, and the vendor's where it differs. */
export const sentimentName = (of: NonNullable<Call['sentiment']>) => withRaw(sentimentWord(of), of.raw);
