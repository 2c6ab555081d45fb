import { CircleCheckBig, Flag } from 'lucide';
import { i18n } from '#i18n';
import type { CallSummary } from '../../lib/call/call';
import type { Review } from '../../lib/call/review';
import { flagsBeside, flagWord, isStated, sentimentWord, statusWord } from '../../lib/call/statusWords';
import { sentimentTones, statusTones, type Tone } from '../../lib/call/tone';
import { saysMore } from '../../lib/call/vendorWords';
import { flagLooks, sentimentIcons, statusIcons } from '../ui/callLooks';
import { Icon, type IconNode } from '../ui/Icon';
import css from './RowState.module.css';

interface WordProps {
  icon: IconNode;
  tone: Tone;
  word: string;
  /** The vendor's word, where it says more than ours. */
  raw?: string | false;
}

const Word = ({ icon, tone, word, raw }: WordProps) => (
  <span className={`${css.word} ${css[tone]}`} title={raw || undefined}>
    <Icon of={icon} size={14} /> <bdi>{word}</bdi>
    {raw && (
      <>
        {' '}
        <code className={css.raw} dir="auto">
          {raw}
        </code>
      </>
    )}
  </span>
);

interface MarkProps {
  icon: IconNode;
  tone: Tone;
  name: string;
}

const Mark = ({ icon, tone, name }: MarkProps) => (
  <span className={css[tone]} title={name}>
    <Icon of={icon} size={14} name={name} />
  </span>
);

interface RowStateProps {
  call: Partial<Pick<CallSummary, 'status' | 'sentiment' | 'flags'>>;
  review?: Review;
}

/** How a call ended and felt, as icon and word, and what else it is marked as, by icons with a name. */
export function RowState({ call: { status, sentiment, flags }, review }: RowStateProps) {
  return (
    <span className={css.state}>
      {status && (
        <Word
          icon={statusIcons[status.kind]}
          tone={statusTones[status.kind]}
          word={statusWord(status)}
          raw={saysMore('status', status) && status.raw}
        />
      )}
      {sentiment && isStated(sentiment) && (
        <Word
          icon={sentimentIcons[sentiment.kind]}
          tone={sentimentTones[sentiment.kind]}
          word={sentimentWord(sentiment)}
          raw={saysMore('sentiment', sentiment) && sentiment.raw}
        />
      )}
      {flagsBeside({ status, flags }).map((flag) => {
        const [tone, icon] = flagLooks[flag];
        return <Mark key={flag} icon={icon} tone={tone} name={flagWord(flag)} />;
      })}
      {review?.reviewed && <Mark icon={CircleCheckBig} tone="positive" name={i18n.t('review.reviewed')} />}
      {review?.flagged && <Mark icon={Flag} tone="warning" name={i18n.t('review.flagged')} />}
    </span>
  );
}
