import { i18n } from '#i18n';
import type { Timestamp } from '../../lib/call/call';
import { formatWhen } from '../../lib/call/when';
import { formatTime } from './format';
import css from './When.module.css';

/** What the tooltip says: the exact moment with the reader's zone, what the provider sent, and how that was read. */
function precisely(value: Timestamp): string {
  const { text, zone } = value;
  const exact = formatTime(value);
  return zone ? i18n.t('call.zonedTime', { exact, text, zone }) : i18n.t('call.exactTime', { exact, text });
}

interface WhenProps {
  value: Timestamp;
  /** Milliseconds since 1970. */
  now?: number;
  /** The beginning of what would be said that stands above it for several: only the time of day is left. */
  isDayTold?: boolean;
}

/** A point in time, short: the exact one, and its zone, in the tooltip. One without a zone says so, as the provider wrote it. */
export function When({ value, now, isDayTold = false }: WhenProps) {
  const { iso, text } = value;
  if (iso)
    return (
      <time dateTime={iso} title={precisely(value)} className={css.when}>
        {isDayTold ? formatTime(value, 'hourMinute') : formatWhen(value, now)}
      </time>
    );
  return (
    <span className={css.when}>
      <bdi>{isDayTold ? text.slice(text.indexOf(' ') + 1) : text}</bdi>{' '}
      <abbr className={css.zone} title={i18n.t('call.noZoneHint')}>
        {i18n.t('call.zone')}
      </abbr>
    </span>
  );
}
