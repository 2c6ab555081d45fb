import { digitOf, isDigits, smallNumber } from './numbers';
import type { Token } from './tokens';

export const symbolWords: Record<string, string> = {
  dot: '.',
  period: '.',
  point: '.',
  at: '@',
  underscore: '_',
  dash: '-',
  hyphen: '-',
  minus: '-',
  plus: '+',
  slash: '/',
  attherate: '@',
};
/** Symbols said in several words; the longest first. India says “at the rate” for @. */
const symbolPhrases = (
  [
    ['at the rate of', '@'],
    ['at the rate sign', '@'],
    ['at the rate symbol', '@'],
    ['at the rate', '@'],
    ['at rate', '@'],
    ['at sign', '@'],
    ['at symbol', '@'],
    ['under score', '_'],
  ] as const
).map(([words, symbol]): [string[], string] => [words.split(' '), symbol]);
const nato =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu';
export const spelling = new Map<string, string>([
  ...nato.split(' ').map((word): [string, string] => [word, word.slice(0, 1)]),
  ['alfa', 'a'],
  ['juliett', 'j'],
  ['zee', 'z'],
  ['zed', 'z'],
]);
const fillers = new Set(
  'um uh uhm er erm and so then like okay ok thats its the letter capital lowercase lower upper uppercase case all space my number last first name surname hyphenated again'.split(
    ' ',
  ),
);
const intros = new Set(['as', 'for', 'like', 'in']);
export const times: Record<string, number> = { double: 2, triple: 3 };

/** What one or more tokens may stand for when someone dictates. */
export interface Reading {
  text: string;
  count: number;
  /** A letter or digit said by itself, not a whole word. */
  single?: boolean;
}

/** What the tokens from `at` may stand for: themselves, a symbol, a letter by its name, digits by their words. */
export function readings(tokens: Token[], at: number): Reading[] {
  const { text } = tokens[at] as Token;
  const next = tokens[at + 1];
  const found: Reading[] = [
    { text: text.replaceAll(',', ''), count: 1, single: text.length === 1 || isDigits(tokens[at]) },
  ];
  const add = (reading: string | undefined, count = 1) => {
    if (reading !== undefined) found.push({ text: reading, count, single: true });
  };
  add(symbolWords[text]);
  add(spelling.get(text));
  add(digitOf(text));
  const value = smallNumber(text);
  if (value !== undefined && value > 9) {
    const unit = Number(digitOf(next?.text ?? '') ?? 0);
    if (value >= 20 && unit > 0) add(String(value + unit), 2);
    add(String(value));
  }
  if (text === 'hundred') add('00');
  if (text === 'thousand') add('000');
  if (text === 'at' || text === 'under') {
    const symbol = symbolPhrases.find(([words]) => words.every((word, index) => tokens[at + index]?.text === word));
    if (symbol) add(symbol[1], symbol[0].length);
  }
  if (text === 'double' && next?.text === 'u') add('w', 2);
  if (text === 'x' && next?.text === 'ray') add('x', 2);
  const repeat = times[text];
  const repeated = next && (digitOf(next.text) ?? (next.text.length === 1 ? next.text : undefined));
  if (repeat && repeated) add(repeated.repeat(repeat), 2);
  return found;
}

/** Number of tokens that say nothing of the dictated text: "um", "as in Juliet", "v for Victor". */
export function idle(tokens: Token[], at: number): number {
  const text = tokens[at]?.text ?? '';
  const previous = tokens[at - 1]?.text ?? '';
  if (previous.length === 1 && intros.has(text)) {
    const example = text === 'as' && tokens[at + 1]?.text === 'in' ? at + 2 : at + 1;
    if (tokens[example]?.text.startsWith(previous)) return example - at + 1;
  }
  return fillers.has(text) || text in symbolWords ? 1 : 0;
}
