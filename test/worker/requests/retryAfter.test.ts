// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseAsked, retryAfter } from '../../../lib/worker/requests/retryAfter';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

const interval = 10_000;
const asked = (status: number, headers: Record<string, string>) => pauseAsked(status, new Headers(headers), interval);

describe('Retry-After', () => {
  it.each<[string, string, number | undefined]>([
    ['seconds', '5', 5000],
    ['no time at all', '0', 0],
    ['a part of a second', '1.5', 1500],
    ['eleven years', '999999999', 999_999_999_000],
    ['30 digits', '9'.repeat(30), Number('9'.repeat(30)) * 1000],
    ['a negative number', '-3', undefined],
    ['a date', 'Sun, 01 Mar 2026 10:00:42 GMT', 42_000],
    ['a date of the old forms', 'Sunday, 01-Mar-26 10:00:42 GMT', 42_000],
    ['a date that is over', 'Sun, 01 Mar 2026 09:00:00 GMT', 0],
    ['a date that is none', 'Sun, 99 Mar 2026 10:00:42 GMT', undefined],
    ['a decimal comma', '1,5', undefined],
    ['words', 'soon', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_, value, wait) => expect(retryAfter(new Headers({ 'retry-after': value }))).toBe(wait));

  it('reads a date by the clock of whoever set it', () => {
    const headers = { date: 'Sun, 01 Mar 2026 07:00:00 GMT', 'retry-after': 'Sun, 01 Mar 2026 07:00:30 GMT' };
    expect(retryAfter(new Headers(headers))).toBe(30_000);
  });
});

describe('a pause', () => {
  it.each<[string, number, Record<string, string>, number | undefined, boolean]>([
    ['a 429 with a time', 429, { 'retry-after': '30' }, 30_000, false],
    ['a 503 with a time', 503, { 'retry-after': '30' }, 30_000, false],
    ['a 429 without', 429, {}, interval, false],
    ['a 429 with a time that is none', 429, { 'retry-after': 'soon' }, interval, false],
    ['a 429 that names HighLevel’s burst', 429, { 'x-ratelimit-interval-milliseconds': '7000' }, 7000, false],
    ['a 503 without', 503, {}, 2000, false],
    ['an hour', 429, { 'retry-after': '3600' }, 3_600_000, false],
    ['more than an hour', 429, { 'retry-after': '3601' }, 3_600_000, true],
    ['30 digits', 503, { 'retry-after': '9'.repeat(30) }, 3_600_000, true],
    ['a spent burst', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-interval-milliseconds': '7000' }, 7000, false],
  ])('is asked for by %s', (_, status, headers, wait, capped) => {
    expect(asked(status, headers)).toEqual({ wait, capped });
  });
  it.each<[string, number, Record<string, string>]>([
    ['a reply that is well', 200, { 'x-ratelimit-remaining': '99', 'x-ratelimit-interval-milliseconds': '7000' }],
    ['a failure of one request', 500, { 'retry-after': '30' }],
  ])('is not asked for by %s', (_, status, headers) => expect(asked(status, headers)).toBeUndefined());
});
