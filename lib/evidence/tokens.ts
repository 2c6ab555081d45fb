import type { Turn } from '../call/call';
import { plainDigits } from '../call/digits';

/** A word or a number of a turn. `start`, `end`: UTF-16 offsets in the turn's text. `before`: what stands between it and the token before. */
export interface Token {
  turn: number;
  start: number;
  end: number;
  /** Lower case, without diacritics and apostrophes. */
  text: string;
  before: string;
}

/** Stretch of tokens, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

// Scripts written without spaces give one token a character, so that a name is found inside a sentence.
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const grouped = '\\p{Nd}{1,3}(?:[,٬]\\p{Nd}{2,3})*[,٬]\\p{Nd}{3}(?:[.٫]\\p{Nd}+)?(?![.,٬٫]?\\p{Nd})';
const decimal = '\\p{Nd}+[.٫]\\p{Nd}+(?![./-]?\\p{Nd})(?<!\\p{Nd}\\.\\p{Nd}+\\.\\p{Nd}+)';
const word = `(?:(?![${unspaced}])[\\p{L}\\p{M}])+(?:['’](?!s\\b)\\p{L}+)*`;
const pattern = new RegExp(`${grouped}|${decimal}|\\p{Nd}+|[%&٪]|[${unspaced}]|${word}`, 'gu');

// Letters that Unicode does not take apart, as people type them without their mark.
const plain: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '%': 'percent',
  '٪': 'percent',
  '&': 'and',
};

/** A text with its digits, and the signs between them, as English writes them. */
export const plainNumerals = (text: string) => plainDigits(text).replaceAll('٬', ',').replaceAll('٫', '.');

/** Lower case, without accents and apostrophes, digits as 0 to 9. Marks of scripts whose vowels are marks are kept. */
export const fold = (text: string) =>
  plainNumerals(text.normalize('NFKD'))
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[łøđıßæœ%٪&]/g, (sign) => plain[sign] ?? sign);

/** The tokens of one text. */
export function tokenize(text: string, turn = 0): Token[] {
  let last = 0;
  return Array.from(text.matchAll(pattern), (match) => {
    const start = match.index;
    const before = text.slice(last, start);
    last = start + match[0].length;
    return { turn, start, end: last, text: fold(match[0]), before };
  });
}

/** All tokens of what was said, turn after turn. What a tool answered was not said by anyone. */
export const tokenizeTurns = (turns: Turn[]) =>
  turns.flatMap((turn, index) => (turn.speaker === 'tool' ? [] : tokenize(turn.text, index)));

/** Whether token `index` continues its turn with nothing but space or a hyphen before it. */
export function follows(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  return !!token && !!previous && token.turn === previous.turn && /^[\s\-–]*$/.test(token.before);
}
