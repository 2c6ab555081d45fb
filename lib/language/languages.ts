/** The languages there are texts in, by BCP 47: a file each in `locales/`. */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;

export type Language = (typeof languages)[number];

/** What a language calls itself: "Deutsch", "português (Brasil)". */
export const nameOfLanguage = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
