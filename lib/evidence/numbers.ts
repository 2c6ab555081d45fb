import { fold, follows, type Span, type Token } from './tokens';

/** A number as said or written: `digits` is how it would be typed (`05` for "oh five"). */
export interface Numeral extends Span {
  value: number;
  digits: string;
  ordinal: boolean;
}

const list = (words: string) => words.split(' ');
const units = list('zero one two three four five six seven eight nine');
const teens = list('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const tens = list('twenty thirty forty fifty sixty seventy eighty ninety');
const small = new Map<string, number>([
  ...[...units, ...teens].map((name, value): [string, number] => [name, value]),
  ...tens.map((name, index): [string, number] => [name, 20 + index * 10]),
  ['nought', 0],
  ['fourty', 40],
]);
const ordinals = new Map<string, number>([
  ...list('zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth').map(
    (name, value): [string, number] => [name, value],
  ),
  ...teens.slice(3).map((name, index): [string, number] => [`${name}th`, 13 + index]),
  ...tens.map((name, index): [string, number] => [name.replace(/y$/, 'ieth'), 20 + index * 10]),
]);
const scales = new Map(
  Object.entries({
    thousand: 1e3,
    k: 1e3,
    grand: 1e3,
    हज़ार: 1e3,
    हजार: 1e3,
    lakh: 1e5,
    lac: 1e5,
    लाख: 1e5,
    million: 1e6,
    crore: 1e7,
    करोड़: 1e7,
    करोड: 1e7,
    billion: 1e9,
  }).map(([word, scale]) => [fold(word), scale]),
);
/** Written right behind the digits: `₹50L`, `1.2Cr`. */
const shortScales = new Map(Object.entries({ l: 1e5, cr: 1e7 }));

/** By how much a word multiplies the number before it. */
export function scaleAt(tokens: Token[], at: number): number | undefined {
  const { text = '', before = '' } = tokens[at] ?? {};
  const short = before === '' || text === 'cr' ? shortScales.get(text) : undefined;
  return short ?? scales.get(text) ?? scales.get(text.replace(/s$/, ''));
}

export const isDigits = (token: Token | undefined) => !!token && /^\d/.test(token.text);

/** The digits a single word stands for when digits are dictated: `5` for "five", `0` for "oh". */
export function digitOf(word: string): string | undefined {
  if (word === 'oh' || word === 'o') return '0';
  const value = small.get(word);
  return value === undefined || value > 9 ? undefined : String(value);
}

export const smallNumber = (word: string) => small.get(word);

const numeral = (from: number, to: number, value: number, ordinal = false, digits = String(value)): Numeral => ({
  from,
  to,
  value,
  digits,
  ordinal,
});

/** Reads below one hundred: "seven", "seventeen", "seventy seven", "seventy seventh". */
function belowHundred(tokens: Token[], at: number): Numeral | undefined {
  const word = tokens[at]?.text ?? '';
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined) return numeral(at, at + 1, ordinal, true);
  const value = small.get(word);
  if (value === undefined) return undefined;
  if (value >= 20 && follows(tokens, at + 1)) {
    const next = tokens[at + 1]?.text ?? '';
    const unit = small.get(next) ?? 0;
    if (unit > 0 && unit < 10) return numeral(at, at + 2, value + unit);
    const last = ordinals.get(next) ?? 0;
    if (last > 0 && last < 10) return numeral(at, at + 2, value + last, true);
  }
  return numeral(at, at + 1, value);
}

/** Skips "and" where a number goes on after it: "two thousand and six". */
const afterAnd = (tokens: Token[], at: number) =>
  tokens[at]?.text === 'and' && follows(tokens, at) && follows(tokens, at + 1) ? at + 1 : at;

function written(tokens: Token[], at: number): Numeral | undefined {
  const token = tokens[at];
  if (!token || !isDigits(token)) return undefined;
  if (token.before === '' && /\p{L}/u.test(tokens[at - 1]?.text ?? '') && token.start > 0) return undefined;
  const plain = token.text.replaceAll(',', '');
  const next = tokens[at + 1];
  const glued = next && next.turn === token.turn && next.before === '';
  if (glued && /^(?:st|nd|rd|th)$/.test(next.text)) return numeral(at, at + 2, Number(plain), true);
  return numeral(at, at + 1, Number(plain), false, plain);
}

/** The whole cardinal or ordinal beginning at a token, or none. */
function numeralAt(tokens: Token[], at: number): Numeral | undefined {
  const article = /^(?:a|an)$/.test(tokens[at]?.text ?? '');
  const start = article ? numeral(at, at + 1, 1) : (written(tokens, at) ?? belowHundred(tokens, at));
  if (!start || start.ordinal) return start;
  const first = isDigits(tokens[at]) || article ? start : fraction(tokens, start);
  let { to, value: part } = first;
  let total = 0;
  let scaled = false;
  let ordinal = false;
  for (;;) {
    const word = follows(tokens, to) ? (tokens[to]?.text ?? '') : '';
    const scale = word ? scaleAt(tokens, to) : undefined;
    if (word === 'hundred' && part > 0 && part < 100) {
      part *= 100;
      to += 1;
    } else if (word === 'dozen' && part < 100) {
      part *= 12;
      to += 1;
    } else if (scale && part > 0 && (total === 0 || scale < 1000 * total)) {
      total += Math.round(part * scale * 100) / 100;
      part = 0;
      to += 1;
    } else {
      const next = afterAnd(tokens, to);
      const room = part === 0 ? total >= 1000 : part >= 100 && part % 100 === 0 && !Number.isNaN(part);
      const more = scaled && room && follows(tokens, to) ? belowHundred(tokens, next) : undefined;
      if (!more || more.value === 0) break;
      part += more.value;
      to = more.to;
      if (more.ordinal) {
        ordinal = true;
        break;
      }
    }
    scaled = true;
  }
  if (article && !scaled) return undefined;
  return scaled ? numeral(at, to, total + part, ordinal) : first;
}

/** "four point five", "two and a half", before a scale or by themselves. */
function fraction(tokens: Token[], whole: Numeral): Numeral {
  const words = tokens.slice(whole.to, whole.to + 3).map(({ text }) => text);
  if (!follows(tokens, whole.to)) return whole;
  if (words.join(' ') === 'and a half') return numeral(whole.from, whole.to + 3, whole.value + 0.5);
  if (words[0] !== 'point') return whole;
  let to = whole.to + 1;
  let digits = '';
  for (let digit; (digit = digitOf(tokens[to]?.text ?? '')) && follows(tokens, to); to += 1) digits += digit;
  return digits ? numeral(whole.from, to, Number(`${whole.value}.${digits}`)) : whole;
}

/**
 * All numbers of a stream, in order, none inside another. "oh" counts as zero only beside another number;
 * a number glued to letters (`B4`) is a code, not a number.
 */
export function readNumerals(tokens: Token[]): Numeral[] {
  const numerals: Numeral[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = numeralAt(tokens, at) ?? zeroAt(tokens, at);
    if (found) numerals.push(found);
    at = found?.to ?? at + 1;
  }
  return numerals;
}

function zeroAt(tokens: Token[], at: number): Numeral | undefined {
  const word = tokens[at]?.text;
  if (word !== 'oh' && word !== 'o') return undefined;
  if (!follows(tokens, at + 1)) return undefined;
  const next = belowHundred(tokens, at + 1);
  return next && !next.ordinal && next.value < 10
    ? numeral(at, next.to, next.value, false, `0${next.value}`)
    : undefined;
}

/** Numbers said in one breath: "nineteen ninety nine" is one run of two. */
export function runsOf(tokens: Token[], numerals: Numeral[]): Numeral[][] {
  const runs: Numeral[][] = [];
  for (const item of numerals) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const bothWritten = isDigits(tokens[item.from]) && isDigits(tokens[item.from - 1]);
    const range = bothWritten && /\S/.test(tokens[item.from]?.before ?? '');
    if (run && previous?.to === item.from && follows(tokens, item.from) && !previous.ordinal && !range) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
