import { i18n } from '#i18n';
import type { Timestamp } from '../../lib/call';
import { formatTime } from '../ui/format';
import styles from './Time.module.css';

/** A point in time. `bare` leaves out that its zone is not stated, where that is said once for many. */
export function Time({ value, bare = false }: { value: Timestamp; bare?: boolean }) {
  const { iso, text } = value;
  if (iso)
    return (
      <time dateTime={iso} title={text} className={styles.time}>
        {formatTime(value, bare ? 'clock' : 'full')}
      </time>
    );
  return (
    <span className={styles.time}>
      <bdi>{text}</bdi>
      {!bare && <span className={styles.zone}> {i18n.t('call.noZone')}</span>}
    </span>
  );
}
