import { digitOf, isDigits, smallNumber } from './numbers';
import { idle, readings, spelling, symbolWords, times } from './spelledOut';
import type { Span, Token } from './tokens';

/** Marks written between tokens that may be left out of the dictated text: not the full stop of `a.b@example.com`. */
function mayDrop(tokens: Token[], at: number, symbols: string, digits: boolean): boolean {
  if (digits || symbols === '') return true;
  const token = tokens[at] as Token;
  const singles = token.text.length === 1 || tokens[at - 1]?.text.length === 1;
  return !symbols.includes('@') && (singles || /\s/.test(token.before));
}

/** For a turn, the token with which the same speaker may go on dictating: see `continuationsOf`. */
export type Continuations = Map<number, number>;

/**
 * Whether the tokens from `at` dictate `target` (lower case, without spaces): letters, digits and symbols said one by one, in
 * groups or as words, in one turn or going on in the next turn of the same speaker. Returns the span and how many were single.
 */
function dictated(
  target: string,
  tokens: Token[],
  at: number,
  continuations: Continuations,
): (Span & { singles: number }) | undefined {
  const digits = /^\d+$/.test(target);
  const walk = (index: number, done: number, singles: number): { to: number; singles: number } | undefined => {
    if (done === target.length) return { to: index, singles };
    let current = index;
    const token = tokens[current];
    if (!token) return undefined;
    const last = tokens[current - 1];
    if (current > at && last && last.turn !== token.turn) {
      const next = continuations.get(last.turn);
      if (next === undefined) return undefined;
      current = next;
    }
    const here = tokens[current] as Token;
    const symbols = current === at || here.turn !== last?.turn ? '' : here.before.replace(/[^@._+\-/]/g, '');
    const starts: number[] = [];
    if (symbols && target.startsWith(symbols, done)) starts.push(done + symbols.length);
    if (mayDrop(tokens, current, symbols, digits)) starts.push(done);
    for (const start of starts) {
      for (const reading of readings(tokens, current)) {
        if (!reading.text || !target.startsWith(reading.text, start)) continue;
        const end = walk(current + reading.count, start + reading.text.length, singles + (reading.single ? 1 : 0));
        if (end) return end;
      }
    }
    const skip = done > 0 ? idle(tokens, current) : 0;
    return skip ? walk(current + skip, done, singles) : undefined;
  };
  const end = walk(at, 0, 0);
  return end && { from: at, ...end };
}

/**
 * The next turn of the same speaker, where only a short word came between ("Mm-hmm", "Go on"): there a dictation may go on.
 */
export function continuationsOf(tokens: Token[], speakers: string[]): Continuations {
  const starts = new Map<number, number>();
  tokens.forEach((token, at) => {
    if (!starts.has(token.turn)) starts.set(token.turn, at);
  });
  const spoken = [...starts];
  const found: Continuations = new Map();
  spoken.forEach(([turn], index) => {
    const [next, after] = [spoken[index + 1], spoken[index + 2]];
    const same = (other: [number, number] | undefined) => other && speakers[other[0]] === speakers[turn];
    if (next && same(next)) found.set(turn, next[1]);
    else if (next && after && same(after) && after[1] - next[1] <= 4) found.set(turn, after[1]);
  });
  return found;
}

/** Whether a dictation of the target may begin with the word. */
const begins = (word: string, target: string) =>
  word in times ||
  [word, symbolWords[word], spelling.get(word), digitOf(word), smallNumber(word)?.toString().slice(0, 1)].some(
    (text) => text && target.startsWith(text),
  ) ||
  (word.includes(',') && target.startsWith(word.replaceAll(',', '')));

/** What of a transcript a search for dictations needs: its tokens, and where each word stands. */
export interface Dictation {
  tokens: Token[];
  index: Map<string, number[]>;
  continuations: Continuations;
}

/**
 * All dictations of any of the targets, the longest target first, none inside a longer number, word or address.
 */
export function dictations(targets: string[], speech: Dictation): (Span & { singles: number })[] {
  const { tokens, index, continuations } = speech;
  const found: (Span & { singles: number })[] = [];
  for (const target of targets.toSorted((a, b) => b.length - a.length)) {
    const starts = [...index].flatMap(([word, places]) => (begins(word, target) ? places : []));
    for (const at of starts.sort((a, b) => a - b)) {
      const span = dictated(target, tokens, at, continuations);
      if (!span || !closed(target, tokens, span)) continue;
      if (!found.some((one) => one.from < span.to && span.from < one.to)) found.push(span);
    }
  }
  return found;
}

const isDigitLike = (tokens: Token[], at: number) =>
  isDigits(tokens[at]) || smallNumber(tokens[at]?.text ?? '') !== undefined;

/** Whether the dictated text ends where the target ends: `example.com` is not said by "example dot com dot au". */
function closed(target: string, tokens: Token[], { from, to }: Span): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  const left = before && before.turn === first?.turn ? from - 1 : undefined;
  const right = after && after.turn === last?.turn ? to : undefined;
  if (/^\d+$/.test(target)) {
    const leftOpen = left !== undefined && isDigitLike(tokens, left) && !/[;?!]|[.,]\s/.test(first?.before ?? '');
    const rightOpen = right !== undefined && isDigitLike(tokens, right) && !/[;?!]|\.\s/.test(after?.before ?? '');
    return !leftOpen && !rightOpen;
  }
  const joins = /^(?:dot|underscore|dash|hyphen)$/;
  const leftOpen = left !== undefined && (/[\w@]?[.@_+-]$/.test(glue(first)) || joins.test(before?.text ?? ''));
  const rightOpen = right !== undefined && (/^[.@_-]$/.test(glue(after)) || joins.test(after?.text ?? ''));
  const cut = (left !== undefined && first?.before === '') || (right !== undefined && after?.before === '');
  return !leftOpen && !rightOpen && !cut;
}

/** What joins a token to the one before it without a space. */
const glue = (token: Token | undefined) => (token && !/\s/.test(token.before) ? token.before : '');
