import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call, Turn } from '../../lib/call/call';
import { writeSrt, writeVtt } from '../../lib/export/captions';
import { emptyCall, fullCall, turn } from '../fixtures/exportedCalls';

const withTurns = (turns: Turn[], rest: Partial<Call> = {}): Call => ({
  ...emptyCall,
  ...rest,
  transcripts: [{ kind: 'original', turns }],
});

test('WebVTT and SRT of a call with real times', () => {
  expect(writeVtt(fullCall)).toBe(
    [
      'WEBVTT\n',
      '1\n00:00:00.000 --> 00:00:02.500\n<v Agent>Hello, how may I help?\n',
      '2\n00:00:03.000 --> 00:00:06.250\n<v Customer>A table &lt;please&gt;\nfor two --&gt; me &amp; you\n',
      '3\n00:00:06.250 --> 00:03:12.000\n<v Agent>Done.\n',
    ].join('\n'),
  );
  expect(writeSrt(fullCall)).toContain(
    '2\n00:00:03,000 --> 00:00:06,250\nCustomer: A table <please>\nfor two → me & you\n',
  );
});

test('without real times there are no captions', () => {
  expect(writeVtt(withTurns([turn('Hi', { offset: 1 }), turn('Hello')]))).toBeUndefined();
  expect(writeVtt(withTurns([turn('Hi', { at: { text: '14:43:00' } })]))).toBeUndefined();
  expect(writeSrt(withTurns([turn(' ', { offset: 1 })]))).toBeUndefined();
  expect(writeSrt(emptyCall)).toBeUndefined();
});

test('the first transcript that has times is taken', () => {
  const other = { kind: 'other' as const, turns: [turn('Timed', { offset: 0 })] };
  const call = withTurns([turn('Untimed')]);
  expect(writeVtt({ ...call, transcripts: [...call.transcripts, other] })).toContain('Timed');
});

/** Reads the blocks of a WebVTT file by its grammar: identifier, timings, text up to a blank line. */
function readVtt(text: string) {
  const seconds = (stamp: string) => stamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return text
    .split('\n\n')
    .slice(1)
    .map((block) => {
      const [, timings = '', ...lines] = block.trimEnd().split('\n');
      const [, start = '', end = ''] = /^([\d:.]{12}) --> ([\d:.]{12,})$/.exec(timings) ?? [];
      const words = lines.join('\n').replace(/^<v [^>]+>/, '');
      const plain = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      return { start: seconds(start), end: seconds(end), plain };
    });
}

test('every turn comes back with its start, in order, each ending after it begins', () => {
  const text = fc
    .string({ minLength: 1, unit: fc.constantFrom('a', ' ', '\n', '-->', '<', '&', '\r\n', '&amp;', 'é') })
    .filter((one) => one.trim() !== '');
  const arbitrary = fc.record({ text, offset: fc.integer({ min: 0, max: 40_000_000 }).map((one) => one / 1000) });
  fc.assert(
    fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 20 }), (parts) => {
      const cues = readVtt(writeVtt(withTurns(parts.map(({ text: words, offset }) => turn(words, { offset })))) ?? '');
      const expected = parts
        .toSorted((a, b) => a.offset - b.offset)
        .map((part) => [
          part.offset,
          part.text
            .trim()
            .split(/\s*[\r\n]+\s*/)
            .join('\n'),
        ]);
      expect(cues.map(({ start, plain }) => [Math.round(start * 1000) / 1000, plain])).toEqual(expected);
      for (const { start, end } of cues) expect(end).toBeGreaterThan(start);
    }),
  );
});
