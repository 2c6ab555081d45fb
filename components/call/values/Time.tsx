import type { Timestamp } from '../../../lib/call/call';
import { formatTime } from '../../ui/format';
import css from './Time.module.css';

interface TimeProps {
  value: Timestamp;
  /** The beginning of the text that is said once for many: see `sharedDate`. */
  date?: string;
}

/** The time of day of a turn, to the second: in the reader's zone where the zone is stated, else as the provider wrote it. */
export function Time({ value, date }: TimeProps) {
  const { iso, text } = value;
  if (iso)
    return (
      <time dateTime={iso} title={formatTime(value)} className={css.time}>
        {formatTime(value, 'clock')}
      </time>
    );
  return (
    <span className={css.time} title={date && text}>
      <bdi>{date && text.startsWith(`${date} `) ? text.slice(date.length + 1) : text}</bdi>
    </span>
  );
}
