import { perLanguage } from '#i18n';
import type { Timestamp } from './call';

const time = (options: Intl.DateTimeFormatOptions) => perLanguage((tag) => new Intl.DateTimeFormat(tag, options));

const oneDay = 86_400_000;
export const hourMinute = { hour: '2-digit', minute: '2-digit' } as const;
const dayMonth = { month: 'short', day: 'numeric' } as const;
const year = { year: 'numeric' } as const;
const moments = {
  clock: time(hourMinute),
  weekday: time({ weekday: 'short', ...hourMinute }),
  thisYear: time({ ...dayMonth, ...hourMinute }),
  full: time({ ...dayMonth, ...year, ...hourMinute }),
};
const days = {
  thisYear: time({ weekday: 'long', month: 'long', day: 'numeric' }),
  full: time({ month: 'long', day: 'numeric', ...year }),
};
const nearDays = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
const daysFrom = (now: number, at: number) => Math.round((midnight(at) - midnight(now)) / oneDay);
const isSameYear = (at: number, now: number) => new Date(at).getFullYear() === new Date(now).getFullYear();

/**
 * A point in time as short as it can be said, in the reader's own zone and without seconds: "today 09:16", "Tue 14:00" within the week
 * before `now` (milliseconds since 1970), then "5 Mar 14:00", the year only where it is not this one. Without a stated zone: as sent.
 */
export function formatWhen({ text, iso }: Timestamp, now = Date.now()): string {
  const at = iso ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(at)) return text;
  const from = daysFrom(now, at);
  if (from === 0 || from === -1) return `${nearDays().format(from, 'day')} ${moments.clock().format(at)}`;
  if (from < 0 && from > -7) return moments.weekday().format(at);
  return moments[isSameYear(at, now) ? 'thisYear' : 'full']().format(at);
}

/** The day of an instant: "today", "yesterday", "Tuesday, May 5", the year only where it is not this one. Both in milliseconds since 1970. */
export function formatDay(at: number, now = Date.now()): string {
  const from = daysFrom(now, at);
  if (from !== 0 && from !== -1) return days[isSameYear(at, now) ? 'thisYear' : 'full']().format(at);
  return nearDays().format(from, 'day');
}
