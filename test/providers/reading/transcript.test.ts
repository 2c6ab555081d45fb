import { expect, test } from 'vitest';
import { splitTurns } from '../../../lib/providers/reading/transcript';
import { growth, linear } from '../../harness/linear';

const notation = { labels: ['LLM', 'user'], breaks: /<br\s*\/?>|\n/i };

test('only a label at the start of a part names a speaker, and nothing said is no turn', () => {
  const turns = splitTurns(' before <br/> LLM: one: two <BR> three <br /> user:  <br> user : llm: four', notation);
  expect(turns).toEqual([
    { speaker: 'unknown', speakerRaw: '', text: 'before' },
    { speaker: 'agent', speakerRaw: 'LLM', text: 'one: two\nthree' },
    { speaker: 'customer', speakerRaw: 'user', text: 'llm: four' },
  ]);
  expect(splitTurns('', notation)).toEqual([]);
  expect(splitTurns(' <br/> user: <br/> LLM: ', notation)).toEqual([]);
});

test.each([
  ['parts without a label', 'a<br/>'],
  ['blanks', ' '],
  ['labels', 'LLM: a\n'],
])(
  'a megabyte of %s takes linear time',
  (_, unit) => {
    const read = (size: number) => {
      const conversation = unit.repeat(size / unit.length);
      splitTurns(conversation, { ...notation, oneLine: true });
      splitTurns(conversation, notation);
    };
    expect(growth(read, 1_000_000)).toBeLessThan(linear);
  },
  30_000,
);
