import { i18n } from '#i18n';
import type { Timestamp } from '../../../lib/call/call';
import { formatWhen } from '../../../lib/call/when';
import css from './Time.module.css';

/** A point in time, short: the exact one, and its zone, in the tooltip. One without a zone says so, as the provider wrote it. */
export function When({ value, now }: { value: Timestamp; now: number }) {
  const { iso, text } = value;
  if (iso)
    return (
      <time dateTime={iso} title={text} className={css.time}>
        {formatWhen(value, now)}
      </time>
    );
  return (
    <span className={css.time}>
      <bdi>{text}</bdi>{' '}
      <abbr className={css.zone} title={i18n.t('call.noZoneHint')}>
        {i18n.t('call.zone')}
      </abbr>
    </span>
  );
}
