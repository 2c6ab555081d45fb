/** The section of `locales/` in which the providers' own words are translated: English ones stand in the providers' folders alone. */
export const sectionOfWords = 'providerWords';

/** What an English text is called there: "The customer hung up." → `the_customer_hung_up`. */
export const keyOfWords = (english: string): string =>
  english
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');

/** Its name among the texts. */
export const nameOfWords = (english: string): string => `${sectionOfWords}_${keyOfWords(english)}`;
