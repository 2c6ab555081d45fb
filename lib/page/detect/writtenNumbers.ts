import type { ProviderIds } from './idShapes';
import { tokens, type Token } from './tokens';

/** Digits in groups, those of India too, or with an empty fraction: one number for the eye, several tokens. */
const written =
  /(?<![\w.,'’…-])(?:[1-9]\d{0,2}([.,'’٬\u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*(?:(?!\1)[.,٫]0{1,2})?|[1-9]\d?(?:[,٬]\d\d)+[,٬]\d{3}(?:[.٫]0{1,2})?|\d{2,}[.,٫]0{1,2})(?!\w|[.,'’٬٫\u00a0\u202f]\d|…|\.\.)/g;
/** Behind it is a list. */
const plural = /(?:id|no|number|code|key|ref)s\W*$/i;
/** Fifty with three places, or fifty thousand. */
const unclear = /^\d{1,3}\.000$/;
const sign = /\d[.,'’٬٫\u00a0\u2007\u2009\u202f]\d/;

/** The tokens of a text, with each number that is written in groups or with an empty fraction as one. */
export function withWrittenNumbers(text: string, all: Token[], ids: ProviderIds): Token[] {
  if (!sign.test(text)) return all;
  const numbers: Token[] = [];
  for (const { 0: shown, index: start } of text.matchAll(written)) {
    const id = shown.replace(/(\d)[.,٫]0{1,2}$/, '$1').replace(/\D/g, '');
    if (plural.test(text.slice(Math.max(0, start - 12), start))) continue;
    const [whole] = unclear.test(shown) ? [] : tokens(id, ids);
    if (whole?.id === id) numbers.push({ ...whole, start, end: start + shown.length, isWritten: true });
  }
  if (numbers.length === 0) return all;
  const others = all.filter((token) => !numbers.some(({ start, end }) => start < token.end && token.start < end));
  return [...others, ...numbers].sort((a, b) => a.start - b.start);
}
