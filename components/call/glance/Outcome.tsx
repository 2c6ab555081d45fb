import type { Call } from '../../../lib/call/call';
import { flagsBeside, isStated } from '../../../lib/call/statusWords';
import { endingOf, meaningIn } from '../../../lib/call/vendorWords';
import { FlagBadge, SentimentBadge, StatusBadge } from '../../ui/CallBadges';
import { DeliveredAndCost } from './DeliveredAndCost';
import css from './Outcome.module.css';

/** How the call went: status, sentiment and flags as badges that explain themselves, and how it ended. */
export function Outcome({ call }: { call: Call }) {
  const { status, sentiment, endReason, endedBy } = call;
  const ending = endingOf(call);
  return (
    <div className={css.outcome}>
      {status && (
        <span title={meaningIn(call, 'status')}>
          <StatusBadge status={status} />
        </span>
      )}
      {sentiment && isStated(sentiment) && (
        <span title={meaningIn(call, 'sentiment')}>
          <SentimentBadge sentiment={sentiment} />
        </span>
      )}
      {flagsBeside(call).map((flag) => (
        <FlagBadge key={flag} flag={flag} />
      ))}
      {ending && (
        <span className={css.ending} title={endReason ?? endedBy}>
          <bdi>{ending}</bdi>
        </span>
      )}
      <DeliveredAndCost call={call} />
    </div>
  );
}
