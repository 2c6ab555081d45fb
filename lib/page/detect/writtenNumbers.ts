import type { ProviderIds } from './idShapes';
import { tokens, type Token } from './tokens';
import { wholeNumber } from './wholeNumber';

/** The signs between the digits of one number, as pages write them. A plain space groups nothing here. */
const signs = ".,'’٬٫\\u00a0\\u2007\\u2009\\u202f";
/** Digits with such signs between: one number for the eye, several tokens. */
const written = new RegExp(`(?<![\\w.,'’…-])\\d+(?:[${signs}]\\d+)+(?!\\w|[${signs}]\\d|…|\\.\\.)`, 'g');
const sign = new RegExp(`\\d[${signs}]\\d`);
/** Each sign as the one that `wholeNumber` knows. */
const plainSigns = (text: string) =>
  text
    .replace(/’/g, "'")
    .replace(/٬/g, ',')
    .replace(/٫/g, '.')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
/** Behind it is a list. */
const plural = /(?:id|no|number|code|key|ref)s\W*$/i;

/** The tokens of a text, with each number that is written in groups or with an empty fraction as one. */
export function withWrittenNumbers(text: string, all: Token[], ids: ProviderIds): Token[] {
  if (!sign.test(text)) return all;
  const numbers: Token[] = [];
  for (const { 0: shown, index: start } of text.matchAll(written)) {
    const id = wholeNumber(plainSigns(shown));
    if (!id || plural.test(text.slice(Math.max(0, start - 12), start))) continue;
    const [whole] = tokens(id, ids);
    if (whole?.id === id) numbers.push({ ...whole, start, end: start + shown.length, isWritten: true });
  }
  if (numbers.length === 0) return all;
  const others = all.filter((token) => !numbers.some(({ start, end }) => start < token.end && token.start < end));
  return [...others, ...numbers].sort((a, b) => a.start - b.start);
}
