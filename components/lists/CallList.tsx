import type { CallRef, CallSummary } from '../../lib/call';
import { FlagBadge, SentimentBadge, StatusBadge } from '../ui/CallBadges';
import { formatDuration, formatTime } from '../ui/format';
import css from './CallList.module.css';

/** What a list shows of a call; everything but the ref may be unknown. */
export type ListedCall = Partial<Omit<CallSummary, 'ref'>> & { ref: CallRef; note?: string };

interface Props {
  /** The list's accessible name. */
  label: string;
  calls: ListedCall[];
  /** Said in place of an empty list: what to do next. */
  empty: string;
  onOpen(ref: CallRef): void;
}

/** A list of calls, an item each; the name of an item begins with the call's ID. */
export function CallList({ label, calls, empty, onOpen }: Props) {
  if (calls.length === 0) return <p className={css.empty}>{empty}</p>;
  return (
    <ul className={css.list} aria-label={label}>
      {calls.map((call) => (
        <li key={JSON.stringify(call.ref)}>
          <CallItem call={call} onOpen={() => onOpen(call.ref)} />
        </li>
      ))}
    </ul>
  );
}

/** A call as a button; its name begins with the call's ID. */
export function CallItem({ call, onOpen }: { call: ListedCall; onOpen(): void }) {
  const meta = [
    call.note,
    call.startedAt && formatTime(call.startedAt),
    call.duration !== undefined && formatDuration(call.duration),
  ].filter(Boolean);
  return (
    <button type="button" className={css.item} onClick={onOpen}>
      <span className={css.id}>{call.ref.id}</span>
      <span className={css.badges}>
        {call.status && <StatusBadge status={call.status} />}
        {call.sentiment && <SentimentBadge sentiment={call.sentiment} />}
        {call.flags?.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
      </span>
      {meta.length > 0 && <span className={css.meta}>{meta.join(' · ')}</span>}
      {call.summary && <bdi className={css.summary}>{call.summary}</bdi>}
    </button>
  );
}
