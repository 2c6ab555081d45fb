import { NotebookPen } from 'lucide';
import { i18n } from '#i18n';
import type { Review } from '../../lib/call/review';
import { Icon } from '../ui/Icon';
import css from './CallRow.module.css';
import { Facts, hasWho, type ShownCall, Who } from './RowParts';
import { RowState } from './RowState';
import { useHiding } from './useHiding';

interface CallRowProps {
  call: ShownCall;
  review?: Review;
  /** The day stands above the row. */
  isDayTold?: boolean;
  onOpen(): void;
}

/** A call as a button: who, when, how long, how it ended, a line of what it was about. Its name begins with the call's ID. */
export function CallRow({ call: whole, review, isDayTold, onOpen }: CallRowProps) {
  const call = useHiding(whole);
  const { agent, party, summary } = call;
  return (
    <button type="button" className={css.row} tabIndex={-1} data-row onClick={onOpen}>
      {!hasWho(call) && <span className={css.only}>{call.ref.id}</span>}{' '}
      <span className={css.facts}>
        <Facts call={call} isDayTold={isDayTold} />
      </span>{' '}
      <Who agent={agent} party={party} /> <RowState call={call} review={review} />{' '}
      {summary && <bdi className={css.summary}>{summary}</bdi>}
      {review?.note && (
        <span className={css.own}>
          <Icon of={NotebookPen} size={12} name={i18n.t('review.note')} /> <bdi>{review.note}</bdi>
        </span>
      )}
    </button>
  );
}
