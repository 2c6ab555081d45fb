import { expect, test } from 'vitest';
import type { Call, Turn } from '../../lib/call/call';
import { findSayings, sentenceAt } from '../../lib/call/sayings';
import { call as documented } from '../fixtures/call';

const turn = (text: string, speaker: Turn['speaker'] = 'customer'): Turn => ({ speaker, speakerRaw: speaker, text });
const callOf = (id: string, ...transcripts: Turn[][]): Call => ({
  ...documented,
  ref: { ...documented.ref, id },
  summary: undefined,
  extracted: [],
  transcripts: transcripts.map((turns) => ({ kind: 'original', turns })),
});

test('words are found in any letter case, with or without accents, and told with their sentence and speaker', () => {
  const calls = [
    callOf('1', [turn('Hello.', 'agent'), turn('Good morning. I want a REFUND for the café! Now.')]),
    callOf('2', [turn('No thanks.')]),
  ];
  expect(findSayings(calls, 'refund for the Cafe')).toMatchObject([
    {
      ref: { id: '1' },
      count: 1,
      sayings: [
        {
          speaker: 'Customer',
          text: 'Good morning. I want a REFUND for the café! Now.',
          at: 23,
          sought: { words: 'refund for the Cafe', transcript: 0, turn: 1 },
        },
      ],
    },
  ]);
});

test('a turn counts once, three places are shown, and all are counted', () => {
  const [found] = findSayings(
    [
      callOf(
        '1',
        Array.from({ length: 5 }, () => turn('yes, yes')),
      ),
    ],
    'yes',
  );
  expect(found?.count).toBe(5);
  expect(found?.sayings.map(({ sought }) => sought?.turn)).toEqual([0, 1, 2]);
});

test('of the forms of a conversation the first that has the words counts; summary and extracted values come after it', () => {
  const call: Call = {
    ...callOf('1', [turn('Ja, Montag.')], [turn('Yes, Monday.')], [turn('Monday again.')]),
    summary: 'Booked for Monday.',
    extracted: [
      { name: 'day', value: 'Monday', absent: false, pointer: '/a' },
      { name: 'none', value: 'Monday', absent: true, pointer: '/b' },
      { name: 'list', value: ['monday'], absent: false, pointer: '/c' },
    ],
  };
  const [found] = findSayings([call], 'monday');
  expect(found?.count).toBe(4);
  expect(found?.sayings.map(({ speaker, sought }) => [speaker, sought?.transcript])).toEqual([
    ['Customer', 1],
    ['Summary', undefined],
    ['day', undefined],
  ]);
});

test('a long sentence is cut around the words', () => {
  const text = `${'so '.repeat(500)}the refund ${'and '.repeat(500)}`;
  const cut = sentenceAt(text, text.indexOf('refund'), 6);
  expect(cut).toContain('the refund and');
  expect(cut).toMatch(/^….*…$/);
  expect(cut.length).toBeLessThan(300);
  expect(sentenceAt('One. Two? Three!', 5, 3)).toBe('Two?');
});
