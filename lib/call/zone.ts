import { once } from './once';

/** IANA's names of time zones as this browser knows them; UTC is one of them, though not every browser lists it. */
export const timeZones = once(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]);

/** Whether a text names a time zone that this browser can reckon with. An offset (`+05:30`) is none: it knows no summer time. */
export function isTimeZone(text: string): boolean {
  try {
    return /^[a-z]/i.test(text) && clockIn(text) !== undefined;
  } catch {
    return false;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Throws a `RangeError` for what is no time zone. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const made = clocks.get(timeZone);
  const clock =
    made ??
    new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', second: 'numeric', ...parts });
  clocks.set(timeZone, clock);
  return clock;
}

const second = 1000;
const day = 86_400 * second;

/** How far a zone's clocks are ahead of UTC at an instant, both in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clockIn(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day: date, hour, minute, second: seconds } = part;
  return Date.UTC(year, month - 1, date, hour, minute, seconds) - Math.floor(instant / second) * second;
}

/**
 * The instant at which the clocks of a zone show a time, in milliseconds since 1970. `shown` is that time as if it were UTC. Where clocks are
 * put back and show it twice, it is the first; where they are put forward and never show it, it is reckoned from what they
 * showed before (RFC 5545 §3.3.5; Temporal calls it “compatible”).
 */
export function instantOf(shown: number, zone: string): number {
  // No zone is a day away from UTC, and none changes its clocks twice in two days.
  const before = offsetAt(shown - day, zone);
  const after = offsetAt(shown + day, zone);
  if (before === after) return shown - before;
  return shown - ([before, after].find((offset) => offsetAt(shown - offset, zone) === offset) ?? before);
}
