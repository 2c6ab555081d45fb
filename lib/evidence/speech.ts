import type { Turn } from '../call/call';
import { readDates, type DateReading } from './dates';
import { continuationsOf, type Continuations } from './dictation';
import { readNumerals, runsOf, type Numeral } from './numbers';
import { readTimes, type TimeReading } from './times';
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
  return {
    tokens,
    turns: byTurn,
    index,
    numerals,
    numeralAt: new Map(numerals.map((item) => [item.from, item])),
    runs: runsOf(tokens, numerals),
    dates: readDates(tokens, numerals),
    times: readTimes(tokens, numerals),
    speakers,
    continuations: continuationsOf(tokens, speakers),
  };
}
