import { watchChanges } from '../../storage/item';
import { askOnPointItem, hidePersonalDataItem } from '../../storage/items';
import { restartReading } from './tabs';

/** Has open pages follow the settings that their marks and cards depend on, whoever changes them. */
export function registerReadingSettings(): void {
  for (const item of [askOnPointItem, hidePersonalDataItem]) watchChanges(item, () => void restartReading());
}
