import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { instantOf, isTimeZone, timeZones } from '../../lib/call/zone';

const minute = 60_000;
const shown = (text: string) => Date.parse(`${text}Z`);
const instant = (text: string, zone: string) => new Date(instantOf(shown(text), zone)).toISOString().slice(0, 16);

/** What the clocks of a zone show, by another way of `Intl` than the product's: `2026-05-04 14:46:15`. */
const clock = (at: number, timeZone: string) => new Date(at).toLocaleString('sv-SE', { timeZone });
const asText = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

describe('the instant of a zone’s clock time', () => {
  it.each([
    ['2026-05-04T14:46', 'UTC', '2026-05-04T14:46'],
    ['2026-05-04T14:46', 'America/New_York', '2026-05-04T18:46'],
    ['2026-01-04T14:46', 'America/New_York', '2026-01-04T19:46'],
    ['2026-05-04T00:15', 'Asia/Kolkata', '2026-05-03T18:45'],
    ['2026-05-04T14:46', 'Asia/Kathmandu', '2026-05-04T09:01'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00'],
    ['2026-05-04T23:59', 'Etc/GMT+12', '2026-05-05T11:59'],
  ])('%s in %s is %s', (text, zone, at) => expect(instant(text, zone)).toBe(at));

  it.each([
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-10-25T01:30', 'Europe/Dublin', '2026-10-25T00:30'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
  ])('where clocks are put back, the first: %s in %s is %s', (text, zone, at) => expect(instant(text, zone)).toBe(at));

  it.each([
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30'],
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00'],
  ])('where clocks are put forward, by what they showed before: %s in %s is %s', (text, zone, at) =>
    expect(instant(text, zone)).toBe(at),
  );

  const zone = fc.constantFrom(...timeZones());
  const times = fc.integer({ min: shown('2015-01-01T00:00'), max: shown('2035-01-01T00:00') });

  it('is, in every zone, the first at which its clocks show that time', () => {
    fc.assert(
      fc.property(zone, times, (name, at) => {
        const text = clock(at, name);
        const found = instantOf(shown(text.replace(' ', 'T')), name);
        const second = Math.floor(at / 1000) * 1000;
        const earlier = [15, 30, 60, 90, 120].some((back) => clock(second - back * minute, name) === text);
        expect(clock(found, name)).toBe(text);
        expect(found <= second).toBe(true);
        expect(found < second).toBe(earlier);
      }),
    );
  });

  it('is never further from UTC than any zone, and where it shows another time, a later one by what was skipped', () => {
    fc.assert(
      fc.property(zone, times, (name, time) => {
        const at = instantOf(time, name);
        expect(Math.abs(at - time) <= 14 * 60 * minute).toBe(true);
        const said = clock(at, name);
        if (said === asText(time)) return;
        // No instant near shows it.
        const near = Array.from({ length: 30 * 4 }, (_, index) => at + (index - 60) * 15 * minute);
        expect(near.filter((each) => clock(each, name) === asText(time))).toEqual([]);
        expect(said > asText(time)).toBe(true);
      }),
    );
  });
});

test('a time zone is a name that the browser knows, and no offset', () => {
  expect(['UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'america/new_york'].filter((each) => !isTimeZone(each))).toEqual([]);
  expect(['', '+05:30', 'Mars/Olympus', 'Asia/Kolkata ', '../UTC', '__proto__'].filter(isTimeZone)).toEqual([]);
  expect(timeZones().filter((each) => !isTimeZone(each))).toEqual([]);
});
