import { expect, test } from 'vitest';
import { splitTurns } from '../../lib/providers/transcript';

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

test.each<[string, string]>([
  ['parts without a label', 'a<br/>'.repeat(200_000)],
  ['blanks', ' '.repeat(1_000_000)],
  ['labels', 'LLM: a\n'.repeat(150_000)],
])(
  // A pattern that backtracks would not come to an end.
  'a megabyte of %s is read to its end',
  (_, conversation) => {
    expect(splitTurns(conversation, { ...notation, oneLine: true })).toBeInstanceOf(Array);
    expect(splitTurns(conversation, notation)).toBeInstanceOf(Array);
  },
  30_000,
);
