import { i18n } from '#i18n';
import type { CallSummary } from './call';

/**
 * Seconds as people say them, by the symbols of ISO 80000-3: `169` → "2 min 49 s". Whole seconds; 0 is "0 s"; a negative number and what
 * no call can last stay in seconds. Not by `Intl.DurationFormat`: no style of it says "2 min 49 s".
 */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const isSplit = whole >= 60 && Number.isSafeInteger(whole);
  const [hours, minutes, rest] = isSplit
    ? [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
    : [0, 0, whole];
  return [
    hours !== 0 && i18n.t('duration.hours', { n: hours }),
    minutes !== 0 && i18n.t('duration.minutes', { n: minutes }),
    (rest !== 0 || !isSplit) && i18n.t('duration.seconds', { n: rest }),
  ]
    .filter(Boolean)
    .join(' ');
}

const unreached = new Set<string>(['no-answer', 'busy', 'canceled', 'failed']);

/**
 * How long a call was, `undefined` where that is not stated. Of one whose status says that nobody was reached, 0 seconds are "not connected";
 * of any other, e.g. a chat, they are what the provider counted.
 */
export function formatLength({
  duration,
  status,
}: Pick<Partial<CallSummary>, 'duration' | 'status'>): string | undefined {
  if (duration === undefined) return undefined;
  return duration === 0 && status && unreached.has(status.kind)
    ? i18n.t('call.notConnected')
    : formatDuration(duration);
}

/** Seconds as a clock shows them, e.g. from the start of a call: `75` → "1:15". Whole seconds, rounded down. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
