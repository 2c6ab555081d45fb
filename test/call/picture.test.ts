import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counted } from '../../lib/call/figures';
import { statusKinds } from '../../lib/call/kinds';
import { dayOf } from '../../lib/call/picture/byDay';
import { type Dimension, dimensions } from '../../lib/call/picture/chart';
import { chartsOf } from '../../lib/call/picture/chartsOf';
import { chosenWith, countCalls, isIn } from '../../lib/call/picture/countCalls';

const status = (kind: (typeof statusKinds)[number], raw: string = kind) => ({ status: { kind, raw } });
const chart = (by: Dimension, calls: Counted[]) =>
  countCalls(chartsOf(calls), calls, {}).find((each) => each.by === by);
const counts = (by: Dimension, calls: Counted[]) => {
  const { parts = [], counts: numbers = [] } = chart(by, calls) ?? {};
  return parts.map(({ word, key }, index) => [word ?? key, numbers[index]]);
};

const anyCall: fc.Arbitrary<Counted> = fc.record(
  {
    status: fc.record({ kind: fc.constantFrom(...statusKinds), raw: fc.constantFrom('a', 'A', 'b', 'constructor') }),
    sentiment: fc.record({ kind: fc.constantFrom('positive', 'unknown'), raw: fc.constantFrom('unknown', 'odd') }),
    duration: fc.oneof(fc.double(), fc.constantFrom(0, 1, 59.9, 60, 1e9)),
    replyTime: fc.double({ min: 0, max: 20 }),
    cost: fc.double({ min: -1, max: 1000 }),
    ending: fc.string({ maxLength: 2 }),
    startedAt: fc.record(
      {
        text: fc.constantFrom('2026-11-18 09:00', '11/18/2026', ''),
        iso: fc.date({ noInvalidDate: false }).map(String),
      },
      { requiredKeys: ['text'] },
    ),
  },
  { requiredKeys: [] },
);

describe('the charts of a set of calls', () => {
  it('count every call in exactly the part it is said to be in, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 40 }), (calls) => {
        const charts = chartsOf(calls);
        for (const each of countCalls(charts, calls, {})) {
          expect(each.parts.length).toBeGreaterThan(0);
          expect(new Set(each.parts.map(({ key }) => key)).size).toBe(each.parts.length);
          for (const [index, { key }] of each.parts.entries())
            expect(calls.filter((call) => each.keyOf(call) === key)).toHaveLength(each.counts[index] ?? -1);
          expect(each.known).toBe(calls.filter((call) => each.keyOf(call) !== undefined).length);
        }
        expect(charts.map(({ by }) => by)).toEqual(dimensions.filter((by) => charts.some((each) => each.by === by)));
      }),
    );
  });

  it('are those alone that something is known of', () => {
    expect(chartsOf([])).toEqual([]);
    expect(chartsOf([{}, { duration: Number.NaN, cost: -1 }])).toEqual([]);
    expect(chartsOf([{}, { cost: 0 }]).map(({ by }) => by)).toEqual(['cost']);
  });

  it('have statuses in the order of our kinds, then the vendor’s own words, told apart by their spelling alone', () => {
    const calls = [
      status('failed'),
      status('unknown', 'Odd one'),
      status('unknown', 'odd_one'),
      status('completed', 'ended'),
      status('completed'),
    ];
    expect(counts('status', calls)).toEqual([
      ['Completed', 2],
      ['Failed', 1],
      ['Odd one', 2],
    ]);
  });

  it('leave out a sentiment that says nothing', () => {
    const calls: Counted[] = [
      { sentiment: { kind: 'unknown', raw: 'Unknown' } },
      { sentiment: { kind: 'negative', raw: 'x' } },
    ];
    expect(counts('sentiment', calls)).toEqual([['Negative', 1]]);
    expect(chart('sentiment', calls)).toMatchObject({ known: 1, among: 2 });
  });

  it('put the rarest endings together', () => {
    const calls = Array.from({ length: 9 }, (_, index) =>
      Array.from({ length: 9 - index }, () => ({ ending: `End ${index}` })),
    ).flat();
    const [first, ...others] = counts('ending', calls);
    expect(first).toEqual(['End 0', 9]);
    expect(others).toHaveLength(6);
    expect(others.at(-1)).toEqual(['Others', 3 + 2 + 1]);
  });

  it('divide durations at fixed borders, and tell the calls that reached nobody from short ones', () => {
    const calls = [0, 0.4, 1, 59, 60, 119, 4000].map((duration) => ({ duration }));
    expect(counts('duration', calls)).toEqual([
      ['0', 2],
      ['1', 1],
      ['15', 0],
      ['30', 1],
      ['60', 2],
      ['120', 0],
      ['300', 0],
      ['600', 0],
      ['1200', 0],
      ['3600', 1],
    ]);
    expect(chart('duration', calls)?.median).toBe(59);
    expect(chart('cost', [{ cost: 0.25 }, { cost: 0.5 }])?.sum).toBe(0.75);
  });
});

describe('calls per day', () => {
  it('know the day of a time with its zone, or of one that is written year first', () => {
    const local = new Date(2026, 10, 18, 23, 30);
    expect(dayOf({ text: '', iso: local.toISOString() })).toBe(Date.UTC(2026, 10, 18));
    expect(dayOf({ text: '2026-11-18 09:00' })).toBe(Date.UTC(2026, 10, 18));
    expect(dayOf({ text: '04/05/2026 09:00' })).toBeUndefined();
    expect(dayOf({ text: '2026-13-01' })).toBeUndefined();
    expect(dayOf({ text: '2026-02-30' })).toBeUndefined();
  });

  const on = (...days: string[]) => days.map((text) => ({ startedAt: { text } }));

  it('have a column for each day between, weeks and months where days are too many, and no more than can be told apart', () => {
    expect(chart('day', on('2026-11-16', '2026-11-18', '2026-11-18'))).toMatchObject({
      unit: 'day',
      counts: [1, 0, 2],
    });
    expect(chart('day', on('2026-11-01', '2026-12-31'))?.unit).toBe('week');
    expect(chart('day', on('2025-01-01', '2026-12-31'))).toMatchObject({ unit: 'month', known: 2 });
    expect(chart('day', on('1026-01-01', '2026-12-31'))).toMatchObject({ unit: 'year', counts: [1, 1] });
  });
});

describe('chosen parts', () => {
  const calls = [
    { ...status('failed'), duration: 0 },
    { ...status('failed'), duration: 70 },
    { ...status('completed'), duration: 70 },
  ];
  const part = (by: Dimension, key: string) =>
    chartsOf(calls)
      .find((each) => each.by === by)!
      .parts.find((each) => each.key === key)!;

  it('narrow the calls, and every chart but their own', () => {
    const chosen = chosenWith(chosenWith({}, 'status', part('status', 'failed')), 'duration', part('duration', '60'));
    const charts = chartsOf(calls);
    expect(calls.filter(isIn(charts, chosen))).toEqual([calls[1]]);
    const [byStatus, byDuration] = countCalls(charts, calls, chosen);
    expect(byStatus?.counts).toEqual([1, 1]);
    expect(byDuration?.counts.filter(Boolean)).toEqual([1, 1]);
    expect(chosenWith(chosen, 'status', undefined)).toEqual({ duration: part('duration', '60') });
  });

  it('that a further page has no call of leave none', () => {
    const chosen = { status: part('status', 'failed') };
    expect([{}].filter(isIn(chartsOf([{}]), chosen))).toEqual([]);
  });
});
