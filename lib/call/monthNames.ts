/** The names of the twelve months in a language (BCP 47; the browser's, where none is given), as CLDR has them. */
export function monthNames(language: string | undefined, length: 'long' | 'short'): string[] {
  const { format } = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2026, month)));
}
