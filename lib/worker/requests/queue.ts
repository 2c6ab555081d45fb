import PQueue from 'p-queue';
import { fail } from '../../errors';
import { retryAfter } from './http';
import { change, read } from '../../storage/item';
import { blockedItem } from '../../storage/items';
import type { Provider } from '../../providers/provider';

/** A provider may not silence a connection for longer than this: milliseconds. */
const longestBlock = 60 * 60 * 1000;

const queues = new Map<string, PQueue>();

function queueOf(connection: string, { concurrency, requests, interval }: Provider['limits']): PQueue {
  const existing = queues.get(connection);
  if (existing) return existing;
  const queue = new PQueue({ concurrency, intervalCap: requests, interval });
  queues.set(connection, queue);
  return queue;
}

/**
 * Runs a request when the connection's concurrency and rate limits allow it.
 * Throws `rate-limited` at once while the provider has asked to wait. What a person waits for goes before what a page asks `unprompted`.
 */
export async function enqueue<T>(
  connection: string,
  limits: Provider['limits'],
  signal: AbortSignal,
  request: () => Promise<T>,
  unprompted = false,
): Promise<T> {
  const blockedUntil = (await read(blockedItem))[connection] ?? 0;
  if (blockedUntil > Date.now()) fail('rate-limited', { retryAt: new Date(blockedUntil).toISOString() });
  return (await queueOf(connection, limits).add(request, { signal, priority: unprompted ? 0 : 1 })) as T;
}

/** Reads what a reply says about the limits: everyone's Retry-After, and HighLevel's X-RateLimit-* headers. */
export async function heedLimits(connection: string, status: number, headers: Headers): Promise<void> {
  const wait = waitAsked(status, headers);
  if (!wait) return;
  const until = Date.now() + Math.min(wait, longestBlock);
  await change(blockedItem, (blocked) =>
    (blocked[connection] ?? 0) < until ? { ...blocked, [connection]: until } : blocked,
  );
}

/** Milliseconds the provider wants to be left alone; nothing when it said nothing. */
function waitAsked(status: number, headers: Headers): number | undefined {
  const seconds = retryAfter(headers);
  if (status === 429 && seconds !== undefined) return seconds * 1000;
  // https://marketplace.gohighlevel.com/docs/oauth/Authorization: the burst window ends after the interval the header names.
  const interval = Number(headers.get('x-ratelimit-interval-milliseconds'));
  const spent = headers.get('x-ratelimit-remaining') === '0';
  return interval > 0 && (spent || status === 429) ? interval : undefined;
}
