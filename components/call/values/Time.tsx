import { i18n } from '#i18n';
import type { Timestamp } from '../../../lib/call/call';
import { formatTime } from '../../ui/format';
import css from './Time.module.css';

interface TimeProps {
  value: Timestamp;
  /** Leaves out that the zone is not stated, where that is said once for many. */
  bare?: boolean;
  /** The beginning of the text that is said once for many, too. */
  date?: string;
}

/** A point in time: in the reader's zone where the provider states one, else as the provider wrote it. */
export function Time({ value, bare = false, date }: TimeProps) {
  const { iso, text } = value;
  if (iso)
    return (
      <time dateTime={iso} title={text} className={css.time}>
        {formatTime(value, bare ? 'clock' : 'full')}
      </time>
    );
  return (
    <span className={css.time} title={date && text}>
      <bdi>{date && text.startsWith(`${date} `) ? text.slice(date.length + 1) : text}</bdi>
      {!bare && (
        <>
          {' '}
          <span className={css.zone}>{i18n.t('call.noZone')}</span>
        </>
      )}
    </span>
  );
}
