import type { Timestamp } from '../call';
import type { Counted } from '../figures';
import type { Chart, Part } from './chart';

const oneDay = 86_400_000;
/** More columns than this cannot be told apart. */
const most = 31;

/**
 * The day of a time, as milliseconds since 1970 at its beginning in UTC: in the reader's zone where the zone is stated, else as it is
 * written where its order is certain (year first). `undefined` for what may be one day or another, as 04/05/2026.
 */
export function dayOf({ text, iso }: Timestamp): number | undefined {
  const at = new Date(iso ?? Number.NaN);
  if (!Number.isNaN(at.getTime())) return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  const [, year, month, day] = /^\s*(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)/.exec(text) ?? [];
  if (!year) return undefined;
  const written = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return written.getUTCMonth() === Number(month) - 1 ? written.getTime() : undefined;
}

type Unit = (day: number) => { from: number; to: number };

/** Where the month or year of a day begins, and the next one. */
const months =
  (count: 1 | 12): Unit =>
  (day) => {
    const date = new Date(day);
    const [year, month] = [date.getUTCFullYear(), count === 1 ? date.getUTCMonth() : 0];
    return { from: Date.UTC(year, month), to: Date.UTC(year, month + count) };
  };

/** Weeks begin on Monday. */
const units = {
  day: (day) => ({ from: day, to: day + oneDay }),
  week: (day) => {
    const from = day - ((new Date(day).getUTCDay() + 6) % 7) * oneDay;
    return { from, to: from + 7 * oneDay };
  },
  month: months(1),
  year: months(12),
} satisfies Record<string, Unit>;

const names = ['day', 'week', 'month', 'year'] as const;

const partIn = (unit: Unit, day: number): Part => {
  const { from, to } = unit(day);
  return { key: `${from} ${to}`, from, to };
};

/** Every period from the first day to the last, also those without a call; `undefined` where they are too many. */
function periods(unit: Unit, first: number, last: number): Part[] | undefined {
  const parts: Part[] = [];
  for (let day = first; day <= last; day = unit(day).to) {
    if (parts.push(partIn(unit, day)) > most) return undefined;
  }
  return parts;
}

/** Calls by the day they began; by week, month or year where days are too many columns. Of many years those with a call. */
export function byDay(calls: Counted[]): Chart {
  const dayOfCall = ({ startedAt }: Counted) => startedAt && dayOf(startedAt);
  const days = calls.map(dayOfCall).filter((day) => day !== undefined);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const name = names.find((each) => periods(units[each], first, last)) ?? 'year';
  const unit = units[name];
  const used = new Map(days.map((day) => partIn(unit, day)).map((part) => [part.key, part]));
  return {
    by: 'day',
    unit: name,
    parts: periods(unit, first, last) ?? [...used.values()].toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)),
    keyOf: (call) => {
      const day = dayOfCall(call);
      return day === undefined ? undefined : partIn(unit, day).key;
    },
  };
}
