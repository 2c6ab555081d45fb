import { monthNames } from '../call/monthNames';
import { isDigits, readNumerals, runsOf, type Numeral } from './numbers';
import { fold, tokenize, type Span, type Token } from './tokens';

/** A date as said or written; an ambiguous one (`04/05/2026`) is read both ways. */
export interface DateReading extends Span {
  year?: number;
  month: number;
  day: number;
}

/** In which months are named, beside English. */
const languages = ['de', 'es', 'fr', 'pt', 'it', 'nl', 'ar', 'hi', 'id', 'tr'];
const numbered = (names: string[]) => names.map((name, index) => [fold(name), index + 1] as const);

let months: Map<string, number> | undefined;
/** The month that a word names. Short names are English alone: in other languages they are words of too many others. */
function monthOf(word: string): number | undefined {
  months ??= new Map([
    ...languages.flatMap((language) => numbered(monthNames(language, 'long'))),
    ...numbered(monthNames('en', 'long')),
    ...numbered(monthNames('en', 'long').map((name) => name.slice(0, 3))),
    ['sept', 9],
  ]);
  return months.get(word);
}
/** What stands between a day, its month and a year. */
const linking = new Set('of in de del do di'.split(' '));

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const real = ({ month, day }: DateReading) => day >= 1 && day <= (lengths[month - 1] ?? 0);

/** A year of two digits is of this century up to 49, else of the last: as people write birthdays. */
function fullYear(digits: string): number | undefined {
  const value = Number(digits);
  if (/^(?:19|20)\d\d$/.test(digits)) return value;
  return /^\d\d$/.test(digits) ? value + (value < 50 ? 2000 : 1900) : undefined;
}

/** All dates named in a stream, with a day and a month. Relative ones ("tomorrow") name neither. */
export function readDates(tokens: Token[], numerals: Numeral[] = readNumerals(tokens)): DateReading[] {
  const starting = new Map(numerals.map((item) => [item.from, item]));
  const ending = new Map(numerals.map((item) => [item.to, item]));
  const text = (at: number) => tokens[at]?.text ?? '';
  const sameTurn = (a: number, b: number) => tokens[a]?.turn === tokens[b]?.turn;

  const yearAt = (at: number): { year: number; to: number } | undefined => {
    const from = linking.has(text(at)) ? at + 1 : at;
    const first = starting.get(from);
    if (!first || first.ordinal || !sameTurn(at - 1, from)) return undefined;
    const second = starting.get(first.to);
    const pair =
      second && sameTurn(from, second.from) && /^\d\d$/.test(second.digits) && /^(?:19|20)$/.test(first.digits);
    const digits = pair ? first.digits + second.digits : first.digits;
    return /^(?:19|20)\d\d$/.test(digits) ? { year: Number(digits), to: pair ? second.to : first.to } : undefined;
  };

  const found: DateReading[] = [];
  const keep = (date: DateReading) => {
    const year = yearAt(date.to);
    const whole = year ? { ...date, ...year } : date;
    if (real(whole)) found.push(whole);
  };
  tokens.forEach((token, at) => {
    const month = monthOf(token.text);
    if (!month) return;
    const dayAt = text(at + 1) === 'the' ? at + 2 : at + 1;
    const after = starting.get(dayAt);
    if (after && sameTurn(at, dayAt) && !/[.;?!]\s/.test(tokens[dayAt]?.before ?? '')) {
      keep({ from: at, to: after.to, month, day: after.value });
    }
    const dayEnd = linking.has(text(at - 1)) ? at - 1 : at;
    // "1er janvier", "3ten Dezember".
    const isOrder = tokens[dayEnd - 1]?.before === '' && isDigits(tokens[dayEnd - 2]) && !isDigits(tokens[dayEnd - 1]);
    const before = ending.get(dayEnd) ?? (isOrder ? ending.get(dayEnd - 1) : undefined);
    // "3. Dezember": behind digits a point says that they are one of an order.
    const stop = before && isDigits(tokens[before.from]) ? /[;?!,]/ : /[.;?!,]/;
    const linked = before && sameTurn(before.from, at) && !stop.test(token.before);
    // "at 3 May works": a bare number before "may" is more often a number than a day.
    if (linked && (before.ordinal || token.text !== 'may' || starting.has(at + 1))) {
      keep({ from: before.from, to: at + 1, month, day: before.value });
    }
  });
  return [...found, ...written(tokens), ...withSigns(tokens), ...dictatedDates(tokens, numerals)];
}

const signs = (all: string) => new RegExp(`^(?:${Array.from(all, fold).join('|')})`);
const [yearSign, monthSign, daySign] = [signs('年년'), signs('月월'), signs('日号號일')];

/** `12月3日`, `2026年12月3号`, `12월 3일`. */
function withSigns(tokens: Token[]): DateReading[] {
  const isSign = (at: number, sign: RegExp) => sign.test(tokens[at]?.text ?? '');
  const numberAt = (at: number) => (isDigits(tokens[at]) ? Number(tokens[at]!.text) : Number.NaN);
  return tokens
    .flatMap((_, at) => {
      if (!isSign(at, monthSign) || !isSign(at + 2, daySign)) return [];
      const hasYear = isSign(at - 2, yearSign);
      const year = hasYear ? numberAt(at - 3) : undefined;
      return [{ from: at - (hasYear ? 3 : 1), to: at + 3, year, month: numberAt(at - 1), day: numberAt(at + 1) }];
    })
    .filter(real);
}

/** `2026-05-04`, `04/05/2026`, `4.5.26`, `5/4`. */
function written(tokens: Token[]): DateReading[] {
  const found: DateReading[] = [];
  const joined = (at: number, mark: string) => isDigits(tokens[at]) && tokens[at]?.before === mark;
  for (let at = 0; at < tokens.length; at += 1) {
    const mark = tokens[at + 1]?.before ?? '';
    if (!isDigits(tokens[at]) || !/^[/.-]$/.test(mark) || !joined(at + 1, mark)) continue;
    const three = joined(at + 2, mark);
    const [a, b, c] = tokens.slice(at, at + 3).map((token) => token.text) as [string, string, string];
    if (a.length > 4 || b.length > 2 || joined(at + 3, mark)) continue;
    if (three && a.length === 4)
      found.push({ from: at, to: at + 3, year: Number(a), month: Number(b), day: Number(c) });
    else if (three || mark === '/') found.push(...bothWays(at, three ? at + 3 : at + 2, a, b, three ? c : undefined));
    if (three) at += 2;
  }
  return found.filter(real);
}

function bothWays(from: number, to: number, a: string, b: string, years?: string): DateReading[] {
  const year = years === undefined ? undefined : fullYear(years);
  if (years !== undefined && year === undefined) return [];
  const [first, second] = [Number(a), Number(b)];
  const readings = [{ from, to, year, month: first, day: second }];
  if (first !== second) readings.push({ from, to, year, month: second, day: first });
  return readings.filter(real);
}

/** Numbers only: "oh five oh four nineteen ninety". */
function dictatedDates(tokens: Token[], numerals: Numeral[]): DateReading[] {
  return runsOf(tokens, numerals).flatMap((run) => {
    const [a, b, ...rest] = run;
    const years = rest.map(({ digits }) => digits).join('');
    if (!a || !b || rest.length === 0 || rest.length > 2 || a.value > 31 || b.value > 31) return [];
    if (!/^(?:(?:19|20)\d\d|\d\d)$/.test(years)) return [];
    return bothWays(a.from, (rest.at(-1) as Numeral).to, a.digits, b.digits, years);
  });
}

const dateWords = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:the|of|on|at|de|del|el|le|am|den|der)$/;

/** The dates a value names, if it names nothing else but a weekday and a time. */
export function datesOfValue(value: string): DateReading[] {
  const tokens = tokenize(value);
  const dates = readDates(tokens);
  const first = dates[0];
  if (!first) return [];
  const rest = tokens.filter((token, at) => (at < first.from || at >= first.to) && !dateWords.test(token.text));
  return rest.every((token) => /^(?:\d{1,2}|\d{3,6}|t|z|am|pm|a|m|p|utc|gmt)$/.test(token.text)) && rest.length <= 6
    ? dates
    : [];
}

/** Same day and month, and same year where both name one. */
export const sameDate = (a: DateReading, b: DateReading) =>
  a.month === b.month && a.day === b.day && (a.year === undefined || b.year === undefined || a.year === b.year);
