import { useId } from 'react';
import { i18n } from '#i18n';
import { timeZones } from '../../lib/call/zone';
import css from './settings.module.css';

/** In which time zone an account tells times that name none. A stored zone is offered, too, where this browser lists it by another name. */
export function ZoneField({ zone }: { zone?: string }) {
  const hint = useId();
  const zones = timeZones();
  return (
    <label className={css.field}>
      <span>{i18n.t('settings.zone')}</span>
      <select name="zone" defaultValue={zone} aria-label={i18n.t('settings.zone')} aria-describedby={hint}>
        <option value="">{i18n.t('settings.zoneUnknown')}</option>
        {zone && !zones.includes(zone) && <option>{zone}</option>}
        {zones.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <small id={hint} className={css.hint}>
        {i18n.t('settings.zoneHint')}
      </small>
    </label>
  );
}
