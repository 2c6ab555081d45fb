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
import { sentimentTones, statusTones, type Tone } from '../../lib/call/tone';
import { Badge } from './Badge';
import { sameWord } from './format';
import css from './CallBadges.module.css';
import type { IconNode } from './Icon';

type Status = NonNullable<CallSummary['status']>;
type Sentiment = NonNullable<CallSummary['sentiment']>;

const statusIcons: Record<Status['kind'], IconNode> = {
  'in-progress': CircleDashed,
  completed: CircleCheck,
  'no-answer': PhoneMissed,
  busy: PhoneOff,
  voicemail: Voicemail,
  canceled: Ban,
  failed: CircleX,
  unknown: CircleHelp,
};

const sentimentIcons: Record<Sentiment['kind'], IconNode> = {
  positive: Smile,
  neutral: Meh,
  negative: Frown,
  unknown: CircleHelp,
};

interface WordBadgeProps {
  raw: string;
  ours: string;
  tone: Tone;
  icon: IconNode;
}

/** Our word in the badge; the provider's own word beside it wherever the two differ. */
function WordBadge({ raw, ours, tone, icon }: WordBadgeProps) {
  return (
    <span className={css.pair}>
      <Badge tone={tone} icon={icon}>
        {ours}
      </Badge>
      {!sameWord(ours, raw) && (
        <code className={css.raw}>
          <bdi>{raw}</bdi>
        </code>
      )}
    </span>
  );
}

export const StatusBadge = ({ status }: { status: Status }) => (
  <WordBadge
    raw={status.raw}
    ours={statusWord(status)}
    tone={statusTones[status.kind]}
    icon={statusIcons[status.kind]}
  />
);

export const SentimentBadge = ({ sentiment }: { sentiment: Sentiment }) => (
  <WordBadge
    raw={sentiment.raw}
    ours={sentimentWord(sentiment)}
    tone={sentimentTones[sentiment.kind]}
    icon={sentimentIcons[sentiment.kind]}
  />
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

/** What the user marked a call as. */
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
