import { takeLanguage } from '../../browser/chosenLanguage';
import type { Language } from '../../language/languages';
import { change } from '../../storage/item';
import { languageItem } from '../../storage/items';
import { publishProviders } from '../providerInfos';
import { nameMenu } from './contextMenu';
import { nameSuggestion } from './omnibox';
import { restartReading } from './tabs';

/** Shows everything in a language; `null`: in the browser's. Pages of ours begin anew when it is stored: by then the worker speaks it. */
export async function setLanguage(language: Language | null): Promise<Language | null> {
  await takeLanguage(language ?? undefined);
  await publishProviders();
  await change(languageItem, () => language ?? undefined);
  await nameSuggestion();
  await nameMenu();
  await restartReading();
  return language;
}
