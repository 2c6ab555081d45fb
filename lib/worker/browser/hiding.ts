import { watchChanges } from '../../storage/item';
import { hidePersonalDataItem } from '../../storage/items';
import { restartReading } from './tabs';

/** Has cards on open pages follow the user, who hides personal data or shows them again. */
export const registerHiding = (): void => void watchChanges(hidePersonalDataItem, () => void restartReading());
