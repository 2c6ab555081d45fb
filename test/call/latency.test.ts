import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Latency, Turn } from '../../lib/call/call';
import { latencyOf, nextSlow, percentile, restOfLatency, wholeLatency } from '../../lib/call/latency';

const turn = (latency?: Latency, rest: Partial<Turn> = {}): Turn => ({
  speaker: 'agent',
  speakerRaw: 'bot',
  text: '',
  latency,
  ...rest,
});

test('the whole is the stated total, the sum of parts where that is more, and nothing where nothing was measured', () => {
  expect(wholeLatency({ total: 2, llm: 1 })).toBe(2);
  expect(wholeLatency({ total: 1, llm: 1, tts: 0.5 })).toBe(1.5);
  expect(wholeLatency({ llm: 0 })).toBe(0);
  expect(wholeLatency({})).toBeUndefined();
  expect(wholeLatency(undefined)).toBeUndefined();
  expect(restOfLatency({ total: 2, llm: 1.5 })).toBe(0.5);
});

test('percentiles are values that occurred', () => {
  expect(percentile([], 0.5)).toBeUndefined();
  expect(percentile([3], 0.99)).toBe(3);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, noNaN: true }), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const found = percentile(values, share) as number;
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length - 1e-9);
      },
    ),
  );
});

test('slow turns stand out against the call itself', () => {
  const { slow, p50, p99, slowFrom } = latencyOf([0.9, 1, 1.1, 1, 2.4, 1.7].map((total) => turn({ total })));
  expect({ slow, p50, p99, slowFrom }).toEqual({ slow: [4], p50: 1, p99: 2.4, slowFrom: 1.8 });
});

test('an even call has no slow turn, and a quick call none below a second', () => {
  expect(latencyOf([2, 2, 2, 2].map((total) => turn({ total }))).slow).toEqual([]);
  expect(latencyOf([0.1, 0.1, 0.1, 0.1, 0.9].map((total) => turn({ total }))).slow).toEqual([]);
});

test('few turns: only what anyone would call slow', () => {
  expect(latencyOf([turn({ total: 0.5 }), turn(), turn({ total: 3.2 })]).slow).toEqual([2]);
});

test('parts, tokens and cost are summed; what nobody stated stays absent, zero stays zero', () => {
  const { parts, tokens, cost } = latencyOf([
    turn({ asr: 0.5, llm: 1 }, { tokens: 10 }),
    turn({ llm: 2 }, { tokens: 0 }),
  ]);
  expect({ parts, tokens, cost }).toEqual({ parts: { asr: 0.5, llm: 3 }, tokens: 10, cost: undefined });
  expect(latencyOf([])).toMatchObject({ seconds: [], slow: [], parts: {} });
});

test('the next slow turn goes round', () => {
  expect(nextSlow([2, 5], 2)).toBe(5);
  expect(nextSlow([2, 5], 5)).toBe(2);
  expect(nextSlow([2, 5], 2, true)).toBe(5);
  expect(nextSlow([2, 5], 4, true)).toBe(2);
  expect(nextSlow([], 0)).toBeUndefined();
});
