import { direction, i18n, perLanguage } from '#i18n';
import type { Timestamp } from '../../lib/call/call';
import { hourMinute } from '../../lib/call/when';

/** Whether a provider's word and ours are the same but for letter case: then one of them is enough. */
export const sameWord = (a: string, b: string) => letters().compare(a, b) === 0;

const number = (options: Intl.NumberFormatOptions) => perLanguage((tag) => new Intl.NumberFormat(tag, options));
const time = (options: Intl.DateTimeFormatOptions) => perLanguage((tag) => new Intl.DateTimeFormat(tag, options));
const latency = (unit: string, maximumFractionDigits: number) =>
  number({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits });

const letters = perLanguage((tag) => new Intl.Collator(tag, { sensitivity: 'base' }));
const latencies = { s: latency('second', 2), ms: latency('millisecond', 0), partsOfMs: latency('millisecond', 2) };
const plain = number({ maximumFractionDigits: 6 });
const cost = number({ style: 'currency', currency: 'USD', maximumFractionDigits: 6 });
const ages = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { style: 'short' }));

/** A latency in seconds: "2.35s", below a second "240ms". */
export function formatLatency(seconds: number): string {
  if (seconds === 0 || Math.abs(seconds) >= 1) return latencies.s().format(seconds);
  return latencies[Math.abs(seconds) >= 0.01 ? 'ms' : 'partsOfMs']().format(seconds * 1000);
}

/** A number with all the digits that carry meaning, in the reader's notation. */
export const formatNumber = (value: number) => plain().format(value);

/** US dollars, with as many decimals as a price per token needs. Read from the left in every language: else “US$” falls apart into “$US”. */
export function formatCost(value: number): string {
  const text = cost().format(value);
  return direction() === 'rtl' ? `\u2066${text.replace('\u200f', '')}\u2069` : text;
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const day = { year: 'numeric', month: 'short', day: 'numeric', timeZoneName: 'short' } as const;
const times = { clock: time(clock), exact: time({ ...day, ...clock }), hourMinute: time(hourMinute) };

/**
 * A point in time in the reader's own zone: to the second and with the zone, by the clock alone, or in hours and minutes. Without a stated
 * zone: as sent.
 */
export function formatTime({ text, iso }: Timestamp, parts: 'exact' | 'clock' | 'hourMinute' = 'exact'): string {
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
