import type { Call } from '../../../lib/call/call';
import { isStated } from '../../../lib/call/statusWords';
import { meaningOfWord } from '../../../lib/call/vendorWords';
import { FlagBadge, SentimentBadge, StatusBadge } from '../../ui/CallBadges';
import css from './Outcome.module.css';

/** How the call went: status, sentiment and flags as badges that explain themselves, and how it ended. */
export function Outcome({ call: { status, sentiment, flags, endReason, endedBy, meanings } }: { call: Call }) {
  const ending =
    (endReason && (meanings?.endReason ?? meaningOfWord('endReason', endReason) ?? endReason)) ||
    (endedBy && (meanings?.endedBy ?? meaningOfWord('endedBy', endedBy) ?? endedBy));
  return (
    <div className={css.outcome}>
      {status && (
        <span title={meanings?.status ?? meaningOfWord('status', status.raw)}>
          <StatusBadge status={status} />
        </span>
      )}
      {sentiment && isStated(sentiment) && (
        <span title={meaningOfWord('sentiment', sentiment.raw)}>
          <SentimentBadge sentiment={sentiment} />
        </span>
      )}
      {flags.map((flag) => (
        <FlagBadge key={flag} flag={flag} />
      ))}
      {ending && (
        <span className={css.ending} title={endReason ?? endedBy}>
          <bdi>{ending}</bdi>
        </span>
      )}
    </div>
  );
}
