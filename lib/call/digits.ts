const otherDigit = /(?![0-9])\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;

/**
 * The value of one decimal digit of any script, `५` as 5. Unicode holds the ten digits of a script in a row, zero first; such rows stand
 * apart or follow each other whole.
 */
export function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (isDigit.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/** A text with the decimal digits of other scripts (`५`, `٥`, `５`) as `0` to `9`. Digits beyond U+FFFF become shorter. */
export const plainDigits = (text: string): string => text.replace(otherDigit, (digit) => String(valueOfDigit(digit)));
