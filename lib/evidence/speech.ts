import type { Turn } from '../call/call';
import { readDates, type DateReading } from './dates';
import { continuationsOf, type Continuations } from './dictation';
import { readNumerals, runsOf, type Numeral } from './numbers';
import { readTimes, type TimeReading } from './times';
import { readRanges, type RangeReading } from './ranges';
import { tokenizeTurns, type Token } from './tokens';

/** Everything read once from a transcript, for all facts. */
export interface Speech {
  tokens: Token[];
  turns: Map<number, Token[]>;
  index: Map<string, number[]>;
  numerals: Numeral[];
  numeralAt: Map<number, Numeral>;
  runs: Numeral[][];
  dates: DateReading[];
  times: TimeReading[];
  ranges: RangeReading[];
  speakers: string[];
  continuations: Continuations;
}

export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Reads a transcript once. */
export function listen(turns: Turn[]): Speech {
  const tokens = tokenizeTurns(turns);
  const numerals = readNumerals(tokens);
  const index = new Map<string, number[]>();
  const byTurn = new Map<number, Token[]>();
  tokens.forEach((token, at) => {
    append(index, token.text, at);
    append(byTurn, token.turn, token);
  });
  const speakers = turns.map(({ speaker }) => speaker);
  const dates = readDates(tokens, numerals);
  const times = readTimes(tokens, numerals);
  const ranges = readRanges(tokens, numerals, dates, times);
  const known = new Set(times.map(({ from }) => from));
  // "from nine to five p m": what is no time alone is one here.
  const ends = ranges.flatMap((range) => (range.kind === 'times' && !range.weak ? range.ends : []));
  return {
    tokens,
    turns: byTurn,
    index,
    numerals,
    numeralAt: new Map(numerals.map((item) => [item.from, item])),
    runs: runsOf(tokens, numerals),
    dates,
    times: [...times, ...ends.filter(({ from }) => !known.has(from))],
    ranges,
    speakers,
    continuations: continuationsOf(tokens, speakers),
  };
}
