import { browser } from 'wxt/browser';
import { chooseTexts, textOf, type Texts } from '#i18n';
import type { Language } from '../language/languages';
import { read } from '../storage/item';
import { languageItem } from '../storage/items';

let ready: Promise<void> | undefined;

/** Until it ends, texts are in the browser's language. It costs a file only where another one was chosen. */
export const languageReady = (): Promise<void> => (ready ??= read(languageItem).then(takeLanguage));

/** Takes all texts of this page or worker from a language; `undefined`: from the browser's. Where its file cannot be read, the browser's stays. */
export async function takeLanguage(language: Language | undefined): Promise<void> {
  chooseTexts(undefined);
  ready = Promise.resolve();
  if (!language || language === textOf('locale_language')) return;
  chooseTexts(await textsOf(language).catch(() => undefined));
}

async function textsOf(language: Language): Promise<Texts> {
  const file = browser.runtime.getURL(`/_locales/${language.replace('-', '_')}/messages.json` as '/popup.html');
  const messages = (await (await fetch(file)).json()) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}
