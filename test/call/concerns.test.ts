import { expect, it } from 'vitest';
import type { Call, Turn } from '../../lib/call/call';
import { concernsOf } from '../../lib/call/concerns';
import { bareCall } from '../fixtures/call';

const kinds = (call: Partial<Call>, found?: Parameters<typeof concernsOf>[1]) =>
  concernsOf({ ...bareCall, ...call }, found).map(({ kind }) => kind);
const fact = (name: string, absent = false) => ({ name, value: absent ? '' : 'x', absent, pointer: `/${name}` });
const delivery = (name: string, succeeded?: boolean) => ({
  channel: 'webhook',
  name,
  succeeded,
  details: [],
  pointer: `/${name}`,
});
const action = (name: string, succeeded?: boolean) => ({
  type: 'tool',
  name,
  succeeded,
  parameters: [],
  pointer: `/${name}`,
});
const replies = (...seconds: number[]) => [
  {
    kind: 'original' as const,
    turns: seconds.map((total): Turn => ({ speaker: 'agent', speakerRaw: 'agent', text: 'Hi', latency: { total } })),
  },
];

it('nothing needs a look where nothing went wrong', () => {
  expect(kinds({ deliveries: [delivery('a', true), delivery('b')], actions: [action('c', true)] })).toEqual([]);
  expect(kinds({ transcripts: replies(1, 1, 1, 1) })).toEqual([]);
});

it('what is most costly comes first', () => {
  const call = {
    problems: [{ pointer: '/a', expected: 'string', got: 'number' }],
    issues: ['The user was never confirmed.'],
    extracted: [fact('email'), fact('city')],
    actions: [action('book', false)],
    deliveries: [delivery('CRM', false)],
    transcripts: replies(1, 1, 1, 1, 5),
  };
  const found = { turns: [[], [0]], compared: new Map([[1, { outcome: 'different' as const }]]) };
  expect(kinds(call, found)).toEqual(['delivery', 'action', 'different', 'issue', 'slow', 'unsaid', 'problem']);
});

it('says how many, and names each once', () => {
  const deliveries = [delivery('CRM', false), delivery('CRM', false), delivery('Mail', false), delivery('Sheet', true)];
  expect(concernsOf({ ...bareCall, deliveries })).toEqual([
    { kind: 'delivery', count: 3, names: ['CRM', 'Mail'], at: 'deliveries' },
  ]);
});

it('leads to the slowest reply', () => {
  expect(concernsOf({ ...bareCall, transcripts: replies(1, 4, 1, 6, 1, 1) })).toEqual([
    { kind: 'slow', count: 2, seconds: 6, turn: 3 },
  ]);
});

it('misses no word that nobody looked for, or that there is none of', () => {
  const extracted = [fact('email'), fact('city', true), fact('zip')];
  expect(kinds({ extracted })).toEqual([]);
  expect(kinds({ extracted }, { turns: [undefined, [], [2]] })).toEqual([]);
});
