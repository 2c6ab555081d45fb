/** No provider is left alone for longer at a time: milliseconds. */
const longest = 60 * 60 * 1000;
/** A 503 that names no time: milliseconds. */
const whenDown = 2000;

/** Milliseconds that a reply asks everyone to wait. `capped`: it asked for more than an hour. */
export interface Pause {
  wait: number;
  capped: boolean;
}

/**
 * Milliseconds that a Retry-After header asks to wait (RFC 9110 §10.2.3: seconds or a date), however many. A date is read by the
 * server's own clock where the reply tells it. Absent when the header is missing or says nothing: a negative number, words.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  // A date has a time in it. Without one, `Date.parse` reads a year or a month into any number.
  if (!/\d:\d\d/.test(value)) return undefined;
  const at = Date.parse(value);
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/**
 * The pause that a reply asks for, at most an hour. A 429 that names no time asks for one whole `interval` of the provider's limit
 * (milliseconds). `undefined`: nobody need wait.
 */
export function pauseAsked(status: number, headers: Headers, interval: number): Pause | undefined {
  if (status === 429) return cap(retryAfter(headers) ?? burst(headers) ?? interval);
  if (status === 503) return cap(retryAfter(headers) ?? whenDown);
  const isSpent = headers.get('x-ratelimit-remaining') === '0';
  const wait = isSpent ? burst(headers) : undefined;
  return wait === undefined ? undefined : cap(wait);
}

const cap = (wait: number): Pause => ({ wait: Math.min(wait, longest), capped: wait > longest });

/** HighLevel's burst window: https://marketplace.gohighlevel.com/docs/oauth/Authorization */
function burst(headers: Headers): number | undefined {
  const interval = Number(headers.get('x-ratelimit-interval-milliseconds'));
  return interval > 0 ? interval : undefined;
}
