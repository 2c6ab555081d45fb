import type { Spent } from '../../storage/requestItems';

/** What a provider takes: requests at once, and requests within any `interval` (milliseconds). */
export interface Limits {
  concurrency: number;
  requests: number;
  interval: number;
}

const longestPause = 60 * 60 * 1000;

/** The same as far as it still counts. A time later than now is of a clock that was put back: it happened now, at the latest. */
export function stillCounting({ sent, flying, pause }: Spent, { interval }: Limits, now: number): Spent {
  const counting = sent.map((at) => Math.min(at, now)).filter((at) => at > now - interval);
  if (!pause) return { sent: counting, flying };
  const from = Math.min(pause.from, now);
  const until = from + Math.min(pause.until - pause.from, longestPause);
  return { sent: counting, flying, ...(until > now && { pause: { ...pause, from, until } }) };
}

/** When the next request may leave: now or earlier, later, or `Infinity`: once one of those under way is answered. */
export function opensAt({ sent, flying, pause }: Spent, { requests, interval }: Limits): number {
  const tooMany = sent.length + flying - requests + 1;
  const room = tooMany <= 0 ? 0 : (sent[tooMany - 1] ?? Infinity) + interval;
  return Math.max(room, pause?.until ?? 0);
}
