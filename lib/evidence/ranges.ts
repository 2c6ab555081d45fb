import { currency, unit } from './amounts';
import { readDates, sameDate, type DateReading } from './dates';
import { akin, nameWords, speaksOf } from './fieldWords';
import { readNumerals, scaleAt, type Numeral } from './numbers';
import { afterBare, halfAt, halfDay, readTimes, type TimeReading } from './times';
import { tokenize, type Span, type Token } from './tokens';

type Day = Pick<DateReading, 'year' | 'month' | 'day'>;

/** A range as said or written, of one kind: "between ten and twelve", `4–6 May`, "fifty to sixty lakhs". */
export type RangeReading = Span &
  (
    | { kind: 'times'; ends: TimeReading[]; weak: boolean }
    | { kind: 'dates'; ends: Day[] }
    | { kind: 'amounts'; ends: number[]; percent: boolean }
  );

const link = /^(?:to|till|until|til|through|thru|and|or)$/;
const dash = /^\s*[-–—]\s*[$€£₹]?\s*$/;
const aside = /^(?:the|about|around)$/;
const measure = (word: string) => word === 'percent' || currency.test(word) || unit.test(word);

/** The ranges of a stream: of each place every kind that it may be. */
export function readRanges(
  tokens: Token[],
  numerals: Numeral[],
  dates: DateReading[],
  times: TimeReading[],
): RangeReading[] {
  const by = <Item extends Span>(items: Item[], end: 'from' | 'to') => Map.groupBy(items, (item) => item[end]);
  const [numeralFrom, numeralTo] = [by(numerals, 'from'), by(numerals, 'to')];
  const [dateFrom, dateTo] = [by(dates, 'from'), by(dates, 'to')];
  const [timeFrom, timeTo] = [by(times, 'from'), by(times, 'to')];
  const text = (at: number) => tokens[at]?.text ?? '';
  const joined = (at: number) => tokens[at]?.turn === tokens[at - 1]?.turn && dash.test(tokens[at]?.before ?? '');

  return tokens.flatMap((token, left): RangeReading[] => {
    const isDash = joined(left);
    if (!(isDash || link.test(token.text)) || tokens[left - 1]?.turn !== token.turn) return [];
    const right = isDash ? left : aside.test(text(left + 1)) ? left + 2 : left + 1;
    if (tokens[right]?.turn !== token.turn) return [];
    const first = numeralTo.get(left)?.[0] ?? (measure(text(left - 1)) ? numeralTo.get(left - 1)?.[0] : undefined);
    const second = numeralFrom.get(right)?.[0];
    const found: RangeReading[] = [];
    const keep = (range: RangeReading) => {
      const isOpened = tokens[range.from - 1]?.turn === token.turn && /^(?:between|from)$/.test(text(range.from - 1));
      if (token.text === 'and' && !isDash && text(range.from - 1) !== 'between') return;
      found.push(isOpened ? { ...range, from: range.from - 1 } : range);
    };

    const start = timeTo.get(left)?.[0] ?? hourOf(tokens, first, left);
    const end = timeFrom.get(right)?.[0] ?? hourOf(tokens, second);
    if (start && end)
      keep({ from: start.from, to: end.to, kind: 'times', ends: [start, end], weak: !isSure(start) && !isSure(end) });

    const [lastDate, firstDate] = [dateTo.get(left) ?? [], dateFrom.get(right) ?? []];
    const pairs = [
      ...lastDate.flatMap((a) => firstDate.map((b) => [a, b] as const)),
      ...lastDate.flatMap((a) => dayOf(second).map((b) => [a, { ...b, month: a.month, year: a.year }] as const)),
      ...firstDate.flatMap((b) => dayOf(first).map((a) => [{ ...a, month: b.month, year: b.year }, b] as const)),
    ];
    for (const [a, b] of pairs) keep({ from: a.from, to: b.to, kind: 'dates', ends: [a, b] });

    if (first && second && ![first, second].some(isCode) && !joined(first.from) && !(isDash && joined(second.to))) {
      const scale = scaleIn(tokens, second);
      const shares = scale !== undefined && !scaleIn(tokens, first) && first.value * scale <= second.value;
      const ends = [shares ? first.value * scale : first.value, second.value];
      const percent = text(second.to) === 'percent';
      if (ends[0]! < ends[1]!)
        keep({ from: first.from, to: percent ? second.to + 1 : second.to, kind: 'amounts', ends, percent });
    }
    return found;
  });
}

const isSure = ({ half, weak }: TimeReading) => half !== undefined || weak === false;

/** A whole hour said as a number alone, or with its half of the day; it ends at `until`. */
function hourOf(tokens: Token[], hour: Numeral | undefined, until?: number): TimeReading | undefined {
  if (!hour || hour.ordinal || !Number.isInteger(hour.value) || hour.value > 24 || hour.value < 1) return undefined;
  const { half, to } = halfAt(tokens, hour.to, hour.from);
  if (measure(tokens[to]?.text ?? '') && tokens[to]?.turn === tokens[hour.from]?.turn) return undefined;
  return until === undefined || to === until ? { from: hour.from, to, minutes: hour.value * 60, half } : undefined;
}

const dayOf = (item: Numeral | undefined) =>
  item && Number.isInteger(item.value) && item.value >= 1 && item.value <= 31
    ? [{ from: item.from, to: item.to, day: item.value }]
    : [];

/** `555-0100` is a telephone number, "the second to third" no amount. */
const isCode = ({ digits, ordinal }: Numeral) => ordinal || /^0\d/.test(digits);

function scaleIn(tokens: Token[], { from, to }: Numeral): number | undefined {
  for (let at = to - 1; at > from; at -= 1) {
    const scale = scaleAt(tokens, at);
    if (scale) return scale;
  }
  return undefined;
}

const beside =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|of|on|at|in|hours|hrs|utc|gmt|ist|est|pst|cet|percent|approximately|approx|around|about)$/;

/** The range that a value is, in each of its readings, if it says nothing else. */
export function rangesOfValue(value: string): RangeReading[] {
  const tokens = tokenize(value);
  const numerals = readNumerals(tokens);
  return readRanges(tokens, numerals, readDates(tokens, numerals), readTimes(tokens, numerals)).filter(({ from, to }) =>
    tokens.every(({ text }, at) => (at >= from && at < to) || beside.test(text) || currency.test(text)),
  );
}

/** Midnight and noon are said with either half. */
const sameClock = (a: TimeReading, b: TimeReading) =>
  a.minutes % halfDay === b.minutes % halfDay && (!a.half || !b.half || a.half === b.half || a.minutes % halfDay === 0);

function same(a: RangeReading, b: RangeReading): boolean {
  if (a.kind === 'times') return b.kind === 'times' && a.ends.every((end, at) => sameClock(end, b.ends[at]!));
  if (a.kind === 'dates') return b.kind === 'dates' && a.ends.every((end, at) => sameDay(end, b.ends[at]!));
  return b.kind === 'amounts' && a.percent === b.percent && a.ends.every((end, at) => end === b.ends[at]);
}
const sameDay = (a: Day, b: Day) => sameDate({ from: 0, to: 0, ...a }, { from: 0, to: 0, ...b });

/** Where a range was said. What may count something else counts only where the words around speak of the field. */
export function rangeMentions(
  name: string,
  wanted: RangeReading[],
  { tokens, turns, ranges }: { tokens: Token[]; turns: Map<number, Token[]>; ranges: RangeReading[] },
): Span[] {
  return ranges.filter((range) => {
    if (!wanted.some((one) => same(one, range))) return false;
    const next = tokens[range.to];
    const after = next && next.turn === tokens[range.from]?.turn && !/[.;?!,]/.test(next.before) ? next.text : '';
    const counts = range.kind !== 'dates' && unit.test(after) && !nameWords(name).some((word) => akin(word, after));
    const isOpened = /^(?:between|from)$/.test(tokens[range.from]?.text ?? '');
    const isWeakTime = range.kind === 'times' && range.weak && !(isOpened && (!after || afterBare.test(after)));
    const isSmall = range.kind === 'amounts' && !range.percent && range.ends[1]! <= 12;
    return !(counts || isWeakTime || isSmall) || speaksOf(name, tokens, turns, range.from);
  });
}
