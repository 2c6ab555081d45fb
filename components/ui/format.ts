import { i18n } from '#i18n';
import type { Timestamp } from '../../lib/call/call';
import { once } from '../../lib/call/once';

/** Whether a provider's word and ours are the same but for letter case: then one of them is enough. */
export const sameWord = (a: string, b: string) => letters().compare(a, b) === 0;

const number = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(undefined, options));
const time = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(undefined, options));
const latency = (unit: string, maximumFractionDigits: number) =>
  number({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits });

const letters = once(() => new Intl.Collator(undefined, { sensitivity: 'base' }));
const latencies = { s: latency('second', 2), ms: latency('millisecond', 0), partsOfMs: latency('millisecond', 2) };
const plain = number({ maximumFractionDigits: 6 });
const cost = number({ style: 'currency', currency: 'USD', maximumFractionDigits: 6 });
const ages = once(() => new Intl.RelativeTimeFormat(undefined, { style: 'short' }));

/** A latency in seconds: "2.35s", below a second "240ms". */
export function formatLatency(seconds: number): string {
  if (seconds === 0 || Math.abs(seconds) >= 1) return latencies.s().format(seconds);
  return latencies[Math.abs(seconds) >= 0.01 ? 'ms' : 'partsOfMs']().format(seconds * 1000);
}

/** A number with all the digits that carry meaning, in the reader's notation. */
export const formatNumber = (value: number) => plain().format(value);

/** US dollars, with as many decimals as a price per token needs. */
export const formatCost = (value: number) => cost().format(value);

const oneDay = 86_400_000;
const hourMinute = { hour: '2-digit', minute: '2-digit' } as const;
const clock = { ...hourMinute, second: '2-digit' } as const;
const dayMonth = { month: 'short', day: 'numeric' } as const;
const year = { year: 'numeric' } as const;
const moments = {
  clock: time(clock),
  exact: time({ ...dayMonth, ...year, ...clock, timeZoneName: 'short' }),
  hourMinute: time(hourMinute),
  weekday: time({ weekday: 'short', ...hourMinute }),
  thisYear: time({ ...dayMonth, ...hourMinute }),
  full: time({ ...dayMonth, ...year, ...hourMinute }),
};
const days = {
  thisYear: time({ weekday: 'long', month: 'long', day: 'numeric' }),
  full: time({ month: 'long', day: 'numeric', ...year }),
};
const nearDays = once(() => new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }));
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
const daysFrom = (now: number, at: number) => Math.round((midnight(at) - midnight(now)) / oneDay);
const isSameYear = (at: number, now: number) => new Date(at).getFullYear() === new Date(now).getFullYear();

/**
 * A point in time in the reader's own zone: to the second and with the zone, by the clock alone, or in hours and minutes. Without a stated
 * zone: as sent.
 */
export function formatTime({ text, iso }: Timestamp, parts: 'exact' | 'clock' | 'hourMinute' = 'exact'): string {
  if (!iso || Number.isNaN(Date.parse(iso))) return text;
  return moments[parts]().format(new Date(iso));
}

/**
 * A point in time as short as it can be said, in the reader's own zone and without seconds: "today 09:16", "Tue 14:00" within the week
 * before `now` (milliseconds since 1970), then "5 Mar 14:00", the year only where it is not this one. Without a stated zone: as sent.
 */
export function formatWhen({ text, iso }: Timestamp, now = Date.now()): string {
  const at = iso ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(at)) return text;
  const from = daysFrom(now, at);
  if (from === 0 || from === -1) return `${nearDays().format(from, 'day')} ${moments.hourMinute().format(at)}`;
  if (from < 0 && from > -7) return moments.weekday().format(at);
  return moments[isSameYear(at, now) ? 'thisYear' : 'full']().format(at);
}

/** The day of an instant: "today", "yesterday", "Tuesday, May 5", the year only where it is not this one. Both in milliseconds since 1970. */
export function formatDay(at: number, now = Date.now()): string {
  const from = daysFrom(now, at);
  if (from !== 0 && from !== -1) return days[isSameYear(at, now) ? 'thisYear' : 'full']().format(at);
  return nearDays().format(from, 'day');
}

/** How long ago, both in milliseconds since 1970: "2 min. ago"; below a minute "just now". */
export function formatAge(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  if (!(seconds >= 60)) return i18n.t('call.justNow');
  if (seconds < 3600) return ages().format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return ages().format(-Math.floor(seconds / 3600), 'hour');
  return ages().format(-Math.floor(seconds / 86_400), 'day');
}
