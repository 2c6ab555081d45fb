import { language, textOf } from '#i18n';
import { nameOfWords } from '../providers/nameOfWords';
import type { Words } from '../providers/provider';

/** A provider's text in the user's language: as the provider brings it, as `locales/` translates the English one, else in English. */
export function inUiLanguage(words: Words): string {
  const tag = language();
  const own = words[tag] ?? words[tag.split('-', 1)[0] ?? ''];
  return own ?? (textOf(nameOfWords(words.en)) || words.en);
}
