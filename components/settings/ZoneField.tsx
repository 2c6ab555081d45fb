import { i18n } from '#i18n';
import { timeZones } from '../../lib/call/zone';
import { Labelled } from './Labelled';

/** In which time zone an account tells times that name none. A stored zone is offered, too, where this browser lists it by another name. */
export function ZoneField({ zone }: { zone?: string }) {
  const zones = timeZones();
  return (
    <Labelled label={i18n.t('settings.zone')} hint={i18n.t('settings.zoneHint')}>
      {(names) => (
        <select {...names} name="zone" defaultValue={zone}>
          <option value="">{i18n.t('settings.zoneUnknown')}</option>
          {zone && !zones.includes(zone) && <option>{zone}</option>}
          {zones.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
