import { i18n } from '#i18n';
import type { Timestamp } from '../../lib/call';

/** Whether a provider's word and ours are the same but for letter case: then one of them is enough. */
export const sameWord = (a: string, b: string) => letters().compare(a, b) === 0;

/** Making a format costs more than a hundred uses of it, and each is made when it is first used: a popup needs two of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const number = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(undefined, options));
const time = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(undefined, options));
const latency = (unit: string, maximumFractionDigits: number) =>
  number({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits });

const letters = once(() => new Intl.Collator(undefined, { sensitivity: 'base' }));
const wholeSeconds = number({ style: 'unit', unit: 'second', unitDisplay: 'short' });
const latencies = { s: latency('second', 2), ms: latency('millisecond', 0), partsOfMs: latency('millisecond', 2) };
const plain = number({ maximumFractionDigits: 6 });
const cost = number({ style: 'currency', currency: 'USD', maximumFractionDigits: 6 });
const ages = once(() => new Intl.RelativeTimeFormat(undefined, { style: 'short' }));

const split = (secondsDisplay: 'always' | 'auto') =>
  once(
    () =>
      new Intl.DurationFormat(undefined, {
        style: 'narrow',
        hours: 'short',
        hoursDisplay: 'auto',
        minutes: 'short',
        minutesDisplay: 'auto',
        seconds: 'short',
        secondsDisplay,
      }),
  );
const durations = { zero: split('always'), some: split('auto') };

/** `Intl.DurationFormat` throws beyond 2^53 seconds, and splits a negative duration wrongly. */
const canBeSplit = (seconds: number) => seconds >= 0 && Number.isSafeInteger(seconds);

/** Seconds as people say them: `192` → "3 min 12 sec". Whole seconds; 0 is "0 sec"; what no call can last stays in seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (!canBeSplit(whole)) return wholeSeconds().format(whole);
  const duration = { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60), seconds: whole % 60 };
  return durations[whole === 0 ? 'zero' : 'some']().format(duration);
}

/** A latency in seconds: "2.35s", below a second "240ms". */
export function formatLatency(seconds: number): string {
  if (seconds === 0 || Math.abs(seconds) >= 1) return latencies.s().format(seconds);
  return latencies[Math.abs(seconds) >= 0.01 ? 'ms' : 'partsOfMs']().format(seconds * 1000);
}

/** Seconds from the start of the call: `75` → "1:15". */
export function formatOffset(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A number with all the digits that carry meaning, in the reader's notation. */
export const formatNumber = (value: number) => plain().format(value);

/** US dollars, with as many decimals as a price per token needs. */
export const formatCost = (value: number) => cost().format(value);

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const day = { year: 'numeric', month: 'short', day: 'numeric', timeZoneName: 'short' } as const;
const times = { clock: time(clock), full: time({ ...day, ...clock }) };

/** A point in time in the reader's own zone, named; a time without a stated zone stays as the provider wrote it. */
export function formatTime({ text, iso }: Timestamp, parts: 'full' | 'clock' = 'full'): string {
  if (!iso || Number.isNaN(Date.parse(iso))) return text;
  return times[parts]().format(new Date(iso));
}

/** How long ago, both in milliseconds since 1970: "2 min. ago"; below a minute "just now". */
export function formatAge(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  if (!(seconds >= 60)) return i18n.t('call.justNow');
  if (seconds < 3600) return ages().format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return ages().format(-Math.floor(seconds / 3600), 'hour');
  return ages().format(-Math.floor(seconds / 86_400), 'day');
}
