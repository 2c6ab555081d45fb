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
} from 'lucide';
import { i18n } from '#i18n';
import type { CallSummary } from '../../lib/call/call';
import type { Review } from '../../lib/call/review';
import { sentimentWord, statusWord } from '../../lib/call/statusWords';
import { Badge, type Tone } from './Badge';
import { sameWord } from './format';
import styles from './CallBadges.module.css';
import type { IconNode } from './Icon';

type Status = NonNullable<CallSummary['status']>;
type Sentiment = NonNullable<CallSummary['sentiment']>;
type Look = [tone: Tone, icon: IconNode];

const statusLooks: Record<Status['kind'], Look> = {
  'in-progress': ['accent', CircleDashed],
  completed: ['positive', CircleCheck],
  'no-answer': ['warning', PhoneMissed],
  busy: ['warning', PhoneOff],
  voicemail: ['warning', Voicemail],
  canceled: ['neutral', Ban],
  failed: ['negative', CircleX],
  unknown: ['neutral', CircleHelp],
};

const sentimentLooks: Record<Sentiment['kind'], Look> = {
  positive: ['positive', Smile],
  neutral: ['neutral', Meh],
  negative: ['negative', Frown],
  unknown: ['neutral', CircleHelp],
};

/** Our word in the badge; the provider's own word beside it wherever the two differ. */
function WordBadge({ raw, ours, look: [tone, icon] }: { raw: string; ours: string; look: Look }) {
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
  <WordBadge raw={status.raw} ours={statusWord(status)} look={statusLooks[status.kind]} />
);

export const SentimentBadge = ({ sentiment }: { sentiment: Sentiment }) => (
  <WordBadge raw={sentiment.raw} ours={sentimentWord(sentiment)} look={sentimentLooks[sentiment.kind]} />
);

const flagLooks: Record<CallSummary['flags'][number], [tone: Tone, icon: IconNode, word: () => string]> = {
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
