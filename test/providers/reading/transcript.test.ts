import { expect, test } from 'vitest';
import { splitTurns } from '../../../lib/providers/reading/splitTurns';
import { growth, linear } from '../../harness/linear';

test('only a label at the start of a part names a speaker, and nothing said is no turn', () => {
  const turns = splitTurns(' before <br/> LLM: one: two <BR> three <br /> user:  <br> user : llm: four');
  expect(turns).toEqual([
    { speaker: 'unknown', speakerRaw: '', text: 'before' },
    { speaker: 'agent', speakerRaw: 'LLM', text: 'one: two\nthree' },
    { speaker: 'customer', speakerRaw: 'user', text: 'llm: four' },
  ]);
  expect(splitTurns('')).toEqual([]);
  expect(splitTurns(' <br/> user: <br/> LLM: ')).toEqual([]);
});

test.each([
  ['parts without a label', 'a<br/>'],
  ['blanks', ' '],
  ['labels', 'LLM: a\n'],
])(
  'a megabyte of %s takes linear time',
  (_, unit) => {
    const read = (size: number) => {
      splitTurns(unit.repeat(size / unit.length));
    };
    expect(growth(read, 1_000_000)).toBeLessThan(linear);
  },
  30_000,
);
