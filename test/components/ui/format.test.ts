import { expect, test } from 'vitest';
import { formatAge, formatCost, formatLatency, formatTime } from '../../../components/ui/format';
import { formatClock, formatDuration, formatLength } from '../../../lib/call/duration';
import { formatDay, formatWhen } from '../../../lib/call/when';

test.each([
  [0, '0 s'],
  [0.4, '0 s'],
  [42, '42 s'],
  [59.6, '1 min'],
  [169, '2 min 49 s'],
  [180, '3 min'],
  [3605, '1 h 5 s'],
  [3_600_000, '1,000 h'],
  [-90, '-90 s'],
  [2 ** 53, '9,007,199,254,740,992 s'],
])('%d seconds are "%s"', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

test.each([
  [0, 'no-answer', 'not connected'],
  [0, 'failed', 'not connected'],
  [0, 'completed', '0 s'],
  [0, undefined, '0 s'],
  [12, 'failed', '12 s'],
  [undefined, 'busy', undefined],
] as const)('%s seconds of a call with status %s are "%s"', (duration, kind, words) => {
  expect(formatLength({ duration, status: kind && { raw: 'x', kind } })).toBe(words);
});

test('latencies keep the digits that matter', () => {
  expect(formatLatency(0)).toBe('0s');
  expect(formatLatency(2.349710792)).toBe('2.35s');
  expect(formatLatency(0.24)).toBe('240ms');
  expect(formatLatency(0.002235458)).toBe('2.24ms');
});

test('offsets count from the start of the call', () => {
  expect(formatClock(75.9)).toBe('1:15');
  expect(formatClock(3675)).toBe('1:01:15');
});

test('small costs are not rounded away', () => {
  expect(formatCost(0.0021)).toBe('$0.0021');
  expect(formatCost(0)).toBe('$0.00');
});

test('a time without a zone stays as the provider wrote it; one with a zone names the reader’s', () => {
  expect(formatTime({ text: '05/04/2026 14:46:15' })).toBe('05/04/2026 14:46:15');
  expect(formatTime({ text: 'x', iso: '2026-05-04T14:46:15Z' })).toMatch(
    /2026.*:46:15.* (UTC|GMT|[A-Z]{2,5}|GMT[+-].*)$/,
  );
});

test.each([
  [59, 'just now'],
  [-10, 'just now'],
  [130, '2 min. ago'],
  [7300, '2 hr. ago'],
])('%i seconds ago is "%s"', (seconds, words) => {
  const now = Date.parse('2026-05-04T14:00:00Z');
  expect(formatAge(now - seconds * 1000, now)).toBe(words);
});

const now = new Date(2026, 4, 14, 12, 0);
const local = (...parts: [number, number, number, number, number]) => {
  const iso = new Date(...parts).toISOString();
  return formatWhen({ text: iso, iso }, now.getTime());
};

test('a moment is said as shortly as it can be', () => {
  expect(local(2026, 4, 14, 9, 16)).toBe('today 09:16 AM');
  expect(local(2026, 4, 13, 23, 59)).toBe('yesterday 11:59 PM');
  expect(local(2026, 4, 12, 14, 0)).toBe('Tue 02:00 PM');
  expect(local(2026, 4, 8, 0, 0)).toBe('Fri 12:00 AM');
  expect(local(2026, 4, 7, 23, 59)).toBe('May 7, 11:59 PM');
  expect(local(2025, 4, 14, 9, 16)).toBe('May 14, 2025, 09:16 AM');
});

test('a moment to come, one without a zone and one that is none are not said to be near', () => {
  expect(local(2026, 4, 15, 9, 16)).toBe('May 15, 09:16 AM');
  expect(formatWhen({ text: '05/04/2026 14:46:15' }, now.getTime())).toBe('05/04/2026 14:46:15');
  expect(formatWhen({ text: 'soon', iso: 'soon' }, now.getTime())).toBe('soon');
});

test.each([
  [new Date(2026, 4, 14, 0, 0), 'today'],
  [new Date(2026, 4, 13, 23, 59), 'yesterday'],
  [new Date(2026, 4, 12, 12, 0), 'Tuesday, May 12'],
  [new Date(2025, 11, 31, 12, 0), 'December 31, 2025'],
])('the day of %s is "%s"', (at, words) => {
  expect(formatDay(at.getTime(), now.getTime())).toBe(words);
});
