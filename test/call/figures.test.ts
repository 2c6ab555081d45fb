import { expect, test } from 'vitest';
import type { Call } from '../../lib/call/call';
import { costOf, figuresOf } from '../../lib/call/figures';
import { call as documented } from '../fixtures/call';

const usd = (name: string, value: number | string): Call['metrics'][number] => ({
  name,
  value,
  unit: 'usd',
  pointer: `/${name}`,
});
const turns = [0.002, 0.003].map((cost) => ({
  speaker: 'agent' as const,
  speakerRaw: 'bot',
  text: 'Hi.',
  cost,
  latency: { total: cost * 1000 },
}));
const cost = (...metrics: Call['metrics']) => costOf({ metrics, transcripts: [{ kind: 'original', turns }] });

test('a cost is the most of what is stated, an estimate only where there is nothing else, and the turns’ own where nothing is stated', () => {
  expect(cost(usd('llm_cost', 0.1), usd('call_cost', 0.4), usd('tts_cost', 0.2))).toBe(0.4);
  expect(cost(usd('aggregated_estimated_cost', 0.9), usd('call_cost', 0.4))).toBe(0.4);
  expect(cost(usd('aggregated_estimated_cost', 0.9))).toBe(0.9);
  expect(cost(usd('call_cost', 0))).toBe(0);
  expect(cost(usd('call_cost', 'free'), { ...usd('tokens', 40), unit: 'tokens' })).toBeCloseTo(0.005);
  expect(costOf({ metrics: [], transcripts: [] })).toBeUndefined();
});

test('an ending is the sentence of the vendor’s word, else the word, else who ended the call', () => {
  const ending = (rest: Partial<Call>) =>
    figuresOf({ ...documented, endReason: undefined, endedBy: undefined, ...rest }).ending;
  expect(ending({ endReason: 'user_disconnected' })).toBe('The customer hung up.');
  expect(ending({ endReason: 'Out of cheese' })).toBe('Out of cheese');
  expect(ending({ endedBy: 'bot' })).toBe('The voice agent ended the call.');
  expect(ending({})).toBeUndefined();
});

test('a reply time is the median of the first transcript', () => {
  expect(figuresOf({ ...documented, transcripts: [{ kind: 'original', turns: [...turns, ...turns] }] }).replyTime).toBe(
    2,
  );
  expect(figuresOf({ ...documented, transcripts: [] }).replyTime).toBeUndefined();
});
