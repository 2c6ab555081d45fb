import { NotebookPen } from 'lucide';
import { i18n } from '#i18n';
import type { CallRef, CallSummary } from '../../lib/call/call';
import { formatDuration } from '../../lib/call/duration';
import type { Reviews } from '../../lib/hooks/useReviews';
import { isStated } from '../../lib/call/statusWords';
import { FlagBadge, ReviewBadges, SentimentBadge, StatusBadge } from '../ui/CallBadges';
import { formatTime } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Lots } from '../ui/Lots';
import css from './CallList.module.css';

/** What a list shows of a call; everything but the ref may be unknown. */
export type ListedCall = Partial<Omit<CallSummary, 'ref'>> & { ref: CallRef; note?: string };

interface Props {
  /** The list's accessible name. */
  label: string;
  calls: ListedCall[];
  /** Said in place of an empty list: what to do next. */
  empty: string;
  reviews?: Reviews;
  /** Opens a call; `among` are all calls of this list, for the way to the next. */
  onOpen(ref: CallRef, among: CallRef[]): void;
}

function OwnNote({ note }: { note?: string }) {
  return (
    note && (
      <span className={css.own}>
        <Icon of={NotebookPen} size={12} name={i18n.t('review.note')} /> <bdi>{note}</bdi>
      </span>
    )
  );
}

/** A list of calls, an item each; the name of an item begins with the call's ID. */
export function CallList({ label, calls, empty, reviews, onOpen }: Props) {
  if (calls.length === 0) return <p className={css.empty}>{empty}</p>;
  const open = (ref: CallRef) =>
    onOpen(
      ref,
      calls.map((each) => each.ref),
    );
  return (
    <ul className={css.list} aria-label={label}>
      <Lots
        of={calls}
        render={(call) => (
          <li key={JSON.stringify(call.ref)}>
            <CallItem call={call} reviews={reviews} onOpen={() => open(call.ref)} />
          </li>
        )}
        holder="item"
      />
    </ul>
  );
}

/** A call as a button; its name begins with the call's ID. */
export function CallItem({ call, reviews, onOpen }: { call: ListedCall; reviews?: Reviews; onOpen(): void }) {
  const meta = [
    call.note,
    call.startedAt && formatTime(call.startedAt),
    call.duration !== undefined && formatDuration(call.duration),
  ].filter(Boolean);
  const flags = call.flags?.filter((flag) => flag !== call.status?.kind) ?? [];
  return (
    <button type="button" className={css.item} onClick={onOpen}>
      <span className={css.id}>{call.ref.id}</span>
      <span className={css.badges}>
        {call.status && <StatusBadge status={call.status} />}
        {call.sentiment && isStated(call.sentiment) && <SentimentBadge sentiment={call.sentiment} />}
        {flags.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
        {reviews && <ReviewBadges review={reviews.of(call.ref)} />}
      </span>
      {meta.length > 0 && <span className={css.meta}>{meta.join(' · ')}</span>}
      {call.summary && <bdi className={css.summary}>{call.summary}</bdi>}
      <OwnNote note={reviews?.of(call.ref).note} />
    </button>
  );
}
