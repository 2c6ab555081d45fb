import {
  Ban,
  CircleCheck,
  CircleCheckBig,
  CircleDashed,
  CircleHelp,
  CircleX,
  Flag,
  FlaskConical,
  Frown,
  Meh,
  PhoneForwarded,
  PhoneMissed,
  PhoneOff,
  Smile,
  UserX,
  Voicemail,
  type LucideIcon,
} from 'lucide-react';
import { i18n } from '#i18n';
import type { CallSummary } from '../../lib/call';
import type { Review } from '../../lib/preferences';
import { Badge, type Tone } from './Badge';
import { sameWord } from './format';
import styles from './CallBadges.module.css';

type Status = NonNullable<CallSummary['status']>;
type Sentiment = NonNullable<CallSummary['sentiment']>;
type Look = [tone: Tone, icon: LucideIcon, word?: () => string];

const statusLooks: Record<Status['kind'], Look> = {
  'in-progress': ['accent', CircleDashed, () => i18n.t('status.inProgress')],
  completed: ['positive', CircleCheck, () => i18n.t('status.completed')],
  'no-answer': ['warning', PhoneMissed, () => i18n.t('status.noAnswer')],
  busy: ['warning', PhoneOff, () => i18n.t('status.busy')],
  voicemail: ['warning', Voicemail, () => i18n.t('status.voicemail')],
  canceled: ['neutral', Ban, () => i18n.t('status.canceled')],
  failed: ['negative', CircleX, () => i18n.t('status.failed')],
  unknown: ['neutral', CircleHelp],
};

const sentimentLooks: Record<Sentiment['kind'], Look> = {
  positive: ['positive', Smile, () => i18n.t('sentiment.positive')],
  neutral: ['neutral', Meh, () => i18n.t('sentiment.neutral')],
  negative: ['negative', Frown, () => i18n.t('sentiment.negative')],
  unknown: ['neutral', CircleHelp],
};

/** Our word in the badge; the provider's own word beside it wherever the two differ. */
function WordBadge({ raw, look: [tone, icon, word] }: { raw: string; look: Look }) {
  const ours = word?.() ?? raw;
  return (
    <span className={styles.pair}>
      <Badge tone={tone} icon={icon}>
        {ours}
      </Badge>
      {!sameWord(ours, raw) && (
        <code className={styles.raw}>
          <bdi>{raw}</bdi>
        </code>
      )}
    </span>
  );
}

export const StatusBadge = ({ status }: { status: Status }) => (
  <WordBadge raw={status.raw} look={statusLooks[status.kind]} />
);

export const SentimentBadge = ({ sentiment }: { sentiment: Sentiment }) => (
  <WordBadge raw={sentiment.raw} look={sentimentLooks[sentiment.kind]} />
);

const flagLooks: Record<CallSummary['flags'][number], [tone: Tone, icon: LucideIcon, word: () => string]> = {
  trial: ['accent', FlaskConical, () => i18n.t('call.flag.trial')],
  simulation: ['accent', FlaskConical, () => i18n.t('call.flag.simulation')],
  voicemail: ['warning', Voicemail, () => i18n.t('call.flag.voicemail')],
  transferred: ['neutral', PhoneForwarded, () => i18n.t('call.flag.transferred')],
  'agent-deleted': ['neutral', UserX, () => i18n.t('call.flag.agentDeleted')],
};

export function FlagBadge({ flag }: { flag: CallSummary['flags'][number] }) {
  const [tone, icon, word] = flagLooks[flag];
  return (
    <Badge tone={tone} icon={icon}>
      {word()}
    </Badge>
  );
}

/** What the person marked a call as. */
export const ReviewBadges = ({ review: { reviewed, flagged } }: { review: Review }) => (
  <>
    {reviewed && (
      <Badge tone="positive" icon={CircleCheckBig}>
        {i18n.t('review.reviewed')}
      </Badge>
    )}
    {flagged && (
      <Badge tone="warning" icon={Flag}>
        {i18n.t('review.flagged')}
      </Badge>
    )}
  </>
);
