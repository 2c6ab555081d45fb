import { i18n } from '#i18n';
import type { CallSummary } from './call';

type Status = NonNullable<CallSummary['status']>;
type Sentiment = NonNullable<CallSummary['sentiment']>;
type Flag = CallSummary['flags'][number];

const statuses: Record<Status['kind'], (() => string) | undefined> = {
  'in-progress': () => i18n.t('status.inProgress'),
  completed: () => i18n.t('status.completed'),
  'no-answer': () => i18n.t('status.noAnswer'),
  busy: () => i18n.t('status.busy'),
  voicemail: () => i18n.t('status.voicemail'),
  canceled: () => i18n.t('status.canceled'),
  failed: () => i18n.t('status.failed'),
  unknown: undefined,
};

const sentiments: Record<Sentiment['kind'], (() => string) | undefined> = {
  positive: () => i18n.t('sentiment.positive'),
  neutral: () => i18n.t('sentiment.neutral'),
  negative: () => i18n.t('sentiment.negative'),
  unknown: undefined,
};

const flags: Record<Flag, () => string> = {
  trial: () => i18n.t('call.flag.trial'),
  simulation: () => i18n.t('call.flag.simulation'),
  voicemail: () => i18n.t('call.flag.voicemail'),
  transferred: () => i18n.t('call.flag.transferred'),
  'agent-deleted': () => i18n.t('call.flag.agentDeleted'),
};

/** The flags that say more than the status does. */
export const flagsBeside = ({ status, flags }: Partial<Pick<CallSummary, 'status' | 'flags'>>): Flag[] =>
  flags?.filter((flag) => flag !== status?.kind) ?? [];

/** A flag in words. */
export const flagWord = (flag: Flag): string => flags[flag]();

/** A status in our word, or the provider's own where we have none. Also for content scripts: small, and no more than words. */
export const statusWord = ({ kind, raw }: Status): string => statuses[kind]?.() ?? raw;

/** Whether a sentiment says anything by itself: "unknown" does so only beside the word sentiment. */
export const isStated = ({ kind, raw }: Sentiment): boolean => kind !== 'unknown' || !/^unknown$/i.test(raw);

/** A sentiment in our word, or the provider's own where we have none. */
export const sentimentWord = ({ kind, raw }: Sentiment): string => sentiments[kind]?.() ?? raw;
