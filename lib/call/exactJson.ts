import type { Json } from './call';

/** What only a text with a number that a double may not hold has; most replies are spared the slower reading. */
const suspicious = /\d[\d.]{15}|\d[eE][-+]?\d|0\.0{6}/;

/** The digits that a number's text states, without sign, point, exponent and the zeros around them. */
const digits = (text: string) =>
  text
    .replace(/e.*$/i, '')
    .replaceAll(/[-.]/g, '')
    .replaceAll(/^0+|0+$/g, '');

/** Whether the number, written out again, says what its text said: no digit other, none missing, none hidden in an exponent. */
function isKept(number: number, source: string): boolean {
  const written = String(number);
  if (written === source) return true;
  return digits(written) === digits(source) && (/e/i.test(source) || !written.includes('e'));
}

/**
 * A JSON text's value. A number that a double would change (more than 2^53, more digits than 17, beyond 1e308) becomes the text of its
 * digits, as sent: it survives messages, storage and exports, which know no other numbers than doubles. Throws a `SyntaxError` for
 * what is no JSON.
 */
export const parseJson = (text: string): Json =>
  (suspicious.test(text)
    ? JSON.parse(text, (_name, value, { source }) =>
        typeof value === 'number' && source !== undefined && !isKept(value, source) ? source : value,
      )
    : JSON.parse(text)) as Json;
