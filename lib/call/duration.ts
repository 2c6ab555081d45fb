import { once } from './once';

const wholeSeconds = once(
  () => new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'short' }),
);
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

/** Seconds as a clock shows them, e.g. from the start of a call: `75` → "1:15". Whole seconds, rounded down. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
