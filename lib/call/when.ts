import type { Timestamp } from './call';
import { once } from './once';

const time = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(undefined, options));

const oneDay = 86_400_000;
const hourMinute = { hour: '2-digit', minute: '2-digit' } as const;
const dayMonth = { month: 'short', day: 'numeric' } as const;
const moments = {
  clock: time(hourMinute),
  weekday: time({ weekday: 'short', ...hourMinute }),
  thisYear: time({ ...dayMonth, ...hourMinute }),
  full: time({ ...dayMonth, year: 'numeric', ...hourMinute }),
};
const nearDays = once(() => new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }));
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/**
 * A point in time as short as it can be said, in the reader's own zone and without seconds: "today 09:16", "Tue 14:00" within the week
 * before `now` (milliseconds since 1970), then "5 Mar 14:00", the year only where it is not this one. Without a stated zone: as sent.
 */
export function formatWhen({ text, iso }: Timestamp, now: number): string {
  const at = iso ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(at)) return text;
  const days = Math.round((midnight(at) - midnight(now)) / oneDay);
  if (days === 0 || days === -1) return `${nearDays().format(days, 'day')} ${moments.clock().format(at)}`;
  if (days < 0 && days > -7) return moments.weekday().format(at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return moments[isThisYear ? 'thisYear' : 'full']().format(at);
}
