// @vitest-environment node
import { expect, it } from 'vitest';
import { enqueue, heedLimits } from '../../../lib/worker/requests/queue';

const signal = new AbortController().signal;
const roomy = { concurrency: 10, requests: 100, interval: 1000 };
const outcome = (connection: string) =>
  enqueue(connection, roomy, signal, async () => 'sent').catch((error) => error.failure);

it('keeps to the concurrency of a connection', async () => {
  let now = 0;
  let most = 0;
  const request = async () => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, 5));
    now--;
  };
  const limits = { concurrency: 2, requests: 100, interval: 1000 };
  await Promise.all(Array.from({ length: 8 }, () => enqueue('narrow', limits, signal, request)));
  expect(most).toBe(2);
});

it('keeps to the requests per interval, and loses none', async () => {
  const sent: number[] = [];
  const limits = { concurrency: 10, requests: 3, interval: 200 };
  await Promise.all(
    Array.from({ length: 7 }, () => enqueue('slow', limits, signal, async () => void sent.push(performance.now()))),
  );
  expect(sent).toHaveLength(7);
  expect(sent[3]! - sent[0]!).toBeGreaterThan(150);
  expect(sent[6]! - sent[0]!).toBeGreaterThan(350);
});

it.each<[string, number, Record<string, string>]>([
  ['Retry-After in seconds', 429, { 'retry-after': '30' }],
  ['Retry-After as a date', 429, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }],
  ['a spent HighLevel burst', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-interval-milliseconds': '10000' }],
  ['a refused HighLevel burst', 429, { 'x-ratelimit-interval-milliseconds': '10000' }],
])('leaves a connection alone after %s', async (name, status, headers) => {
  expect(await outcome(name)).toBe('sent');
  await heedLimits(name, status, new Headers(headers));
  const failure = await outcome(name);
  expect(failure.code).toBe('rate-limited');
  expect(Date.parse(failure.retryAt)).toBeGreaterThan(Date.now());
  expect(await outcome('another')).toBe('sent');
});

it('does not let a provider silence a connection for more than an hour', async () => {
  await heedLimits('huge', 429, new Headers({ 'retry-after': '999999999' }));
  const { retryAt } = await outcome('huge');
  expect(Date.parse(retryAt)).toBeLessThanOrEqual(Date.now() + 3_600_000);
});

it('goes on where nothing was asked', async () => {
  await heedLimits(
    'free',
    200,
    new Headers({ 'x-ratelimit-remaining': '99', 'x-ratelimit-interval-milliseconds': '10000' }),
  );
  await heedLimits('free', 429, new Headers());
  expect(await outcome('free')).toBe('sent');
});
