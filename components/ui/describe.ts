import { i18n } from '#i18n';
import { formatDuration } from '../../lib/call/duration';
import { settingsLimits } from '../../lib/call/settingsLimits';
import type { Failure, FailureCode } from '../../lib/errors';
import type { NextStep } from '../../lib/ui/takeStep';
import { formatNumber, formatTime } from './format';

/** What the user was doing when it failed: the provider's display name, the connection's label, the call's ID. */
export interface FailureContext {
  provider?: string;
  connection?: string;
  id?: string;
  /** The part of the call that is missing, while the call itself is on screen: "recording". */
  part?: string;
}

type Words = Record<
  'provider' | 'connection' | 'call' | 'part' | 'scope' | 'field' | 'reply' | 'when' | 'host',
  string
>;

const steps: Partial<Record<FailureCode, NextStep>> = {
  'empty-text': 'edit',
  'no-ids': 'edit',
  'no-connection': 'options',
  'not-found': 'edit',
  'key-missing': 'options',
  'key-rejected': 'options',
  locked: 'unlock',
  'passphrase-wrong': 'edit',
  'scope-missing': 'options',
  'no-access': 'options',
  'account-missing': 'options',
  'request-rejected': 'edit',
  'host-permission': 'grant',
  'not-json': 'options',
  html: 'options',
  'import-invalid': 'edit',
  'import-too-large': 'edit',
  'import-twice': 'edit',
  'too-many-connections': 'options',
  'stored-newer': 'options',
  forbidden: 'options',
};

/** The step that most likely helps; asking again where nothing else does, and where only a part of a call is missing whose ID is right. */
export function nextStep(code: FailureCode, { part }: FailureContext = {}): NextStep {
  const step = steps[code] ?? 'retry';
  return part && step === 'edit' ? 'retry' : step;
}

const limitWords = () => ({
  megabytes: formatNumber(settingsLimits.bytes / 1e6),
  connections: formatNumber(settingsLimits.connections),
  label: formatNumber(settingsLimits.label),
  sites: formatNumber(settingsLimits.sites),
  rules: formatNumber(settingsLimits.rules),
});

const sentences: Record<FailureCode, (words: Words) => string> = {
  'empty-text': () => i18n.t('failure.emptyText'),
  'no-ids': () => i18n.t('failure.noIds'),
  'no-connection': (words) => i18n.t('failure.noConnection', words),
  'not-found': (words) => i18n.t('failure.notFound', words),
  'key-missing': (words) => i18n.t('failure.keyMissing', words),
  'key-rejected': (words) => i18n.t('failure.keyRejected', words),
  locked: () => i18n.t('failure.locked'),
  'passphrase-wrong': () => i18n.t('failure.passphraseWrong'),
  'scope-missing': (words) => i18n.t('failure.scopeMissing', words),
  'no-access': (words) => i18n.t('failure.noAccess', words),
  'account-missing': (words) => i18n.t('failure.accountMissing', words),
  'payment-required': (words) => i18n.t('failure.paymentRequired', words),
  'request-rejected': (words) => i18n.t('failure.requestRejected', words),
  'rate-limited': (words) => i18n.t('failure.rateLimited', words),
  'provider-down': (words) => i18n.t('failure.providerDown', words),
  'provider-said': (words) => i18n.t('failure.providerSaid', words),
  'wrong-call': (words) => i18n.t('failure.wrongCall', words),
  'host-permission': (words) => i18n.t('failure.hostPermission', words),
  unreachable: (words) => i18n.t('failure.unreachable', words),
  offline: () => i18n.t('failure.offline'),
  'timed-out': (words) => i18n.t('failure.timedOut', words),
  'cut-off': (words) => i18n.t('failure.cutOff', words),
  'not-json': (words) => i18n.t('failure.notJson', words),
  html: (words) => i18n.t('failure.html', words),
  'empty-body': (words) => i18n.t('failure.emptyBody', words),
  'too-large': (words) => i18n.t('failure.tooLarge', words),
  'too-deep': (words) => i18n.t('failure.tooDeep', words),
  'recording-expired': (words) => i18n.t('failure.recordingExpired', words),
  'recording-type': (words) => i18n.t('failure.recordingType', words),
  canceled: (words) => i18n.t('failure.canceled', words),
  'import-invalid': () => i18n.t('failure.importInvalid'),
  'import-too-large': () => i18n.t('failure.importTooLarge', limitWords()),
  'import-twice': () => i18n.t('failure.importTwice'),
  'too-many-connections': () => i18n.t('failure.tooManyConnections', limitWords()),
  forbidden: () => i18n.t('policy.forbidden'),
  'stored-newer': () => i18n.t('failure.storedNewer'),
  'worker-gone': () => i18n.t('failure.workerGone'),
  unexpected: (words) => i18n.t('failure.unexpected', words),
};

/** What is said otherwise of a part that is missing: the ID is right, and the key reads the call. */
const ofPart: Partial<typeof sentences> = {
  'not-found': (words) => i18n.t('failure.part.notFound', words),
  'no-access': (words) => i18n.t('failure.part.noAccess', words),
  'key-rejected': (words) => i18n.t('failure.part.noAccess', words),
  'request-rejected': (words) => i18n.t('failure.part.requestRejected', words),
};

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function whenToRetry(retryAt: string | undefined, now: number): string {
  const at = retryAt ? Date.parse(retryAt) : Number.NaN;
  if (!(at > now)) return i18n.t('failure.inAMinute');
  const time = formatTime({ text: '', iso: retryAt }, 'clock');
  return i18n.t('failure.atTime', { time, wait: formatDuration(Math.ceil((at - now) / 1000)) });
}

/**
 * A failure in one sentence: what failed, why, and what to do next; after it, in quotes, the provider's own words if it gave any.
 * @param now milliseconds since 1970, for the seconds left until `retryAt`
 */
export function describe(failure: Failure, context: FailureContext = {}, now = Date.now()): string {
  const { status, scope, field, host, said, retryAt } = failure;
  const provider = context.provider ?? i18n.t('failure.theProvider');
  const words: Words = {
    provider,
    connection: context.connection
      ? i18n.t('failure.named', { name: context.connection })
      : i18n.t('failure.thisConnection'),
    call: context.id ? i18n.t('failure.call', { id: context.id }) : i18n.t('failure.thisCall'),
    part: context.part ?? '',
    scope: scope ? i18n.t('failure.permission', { scope }) : i18n.t('failure.aPermission'),
    field: field ?? i18n.t('failure.moreThanAKey'),
    reply: status ? i18n.t('failure.reply', { status: String(status) }) : '',
    when: whenToRetry(retryAt, now),
    host: host ?? provider,
  };
  const say = (context.part && ofPart[failure.code]) || sentences[failure.code];
  const text = say(words);
  // A host name is written as it is.
  const sentence = host && text.startsWith(host) ? text : capitalize(text);
  return said ? `${sentence} ${capitalize(i18n.t('failure.said', { provider, said }))}` : sentence;
}
