import type { CallSummary } from '../../lib/call/call';
import { flagWord, sentimentWord, statusWord } from '../../lib/call/statusWords';
import { sentimentTones, statusTones, type Tone } from '../../lib/call/tone';
import { Badge } from './Badge';
import { sameWord } from './format';
import { flagLooks, sentimentIcons, statusIcons } from './callLooks';
import css from './CallBadges.module.css';
import type { IconNode } from './Icon';

type Status = NonNullable<CallSummary['status']>;
type Sentiment = NonNullable<CallSummary['sentiment']>;

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
        <>
          {' '}
          <code className={css.raw}>
            <bdi>{raw}</bdi>
          </code>
        </>
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

export function FlagBadge({ flag }: { flag: CallSummary['flags'][number] }) {
  const [tone, icon] = flagLooks[flag];
  return (
    <Badge tone={tone} icon={icon}>
      {flagWord(flag)}
    </Badge>
  );
}
