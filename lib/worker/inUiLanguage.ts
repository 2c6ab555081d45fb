import { browser } from 'wxt/browser';
import type { Words } from '../providers/provider';

/** A provider's text in the language of the browser, else in English. */
export function inUiLanguage(words: Words): string {
  const language = browser.i18n.getUILanguage();
  return words[language] ?? words[language.split('-', 1)[0] ?? ''] ?? words.en;
}
