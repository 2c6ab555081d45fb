import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../lib/call/call';
import { costOf } from '../../lib/call/figures';
import { providers } from '../../lib/providers';
import type { Provider } from '../../lib/providers/provider';
import { sampleApi } from '../../lib/providers/samples';
import { callOf } from '../../lib/worker/calls/callOf';
import { replies } from './replies';

type Read = (call: Call) => boolean;

/** What a call of the vendor's own shape may hold, by the README's column. */
const held: Record<string, Read> = {
  recording: ({ recording }) => recording.kind === 'link' || recording.kind === 'request',
  transcript: ({ transcripts }) => transcripts.some(({ turns }) => turns.length > 0),
  'transcript times': ({ transcripts }) =>
    transcripts.some(({ turns }) => turns.some(({ offset, at }) => offset ?? at)),
  'tool calls': ({ actions }) => actions.length > 0,
  latency: ({ transcripts, metrics }) =>
    transcripts.some(({ turns }) => turns.some(({ latency }) => latency)) ||
    metrics.some(({ name, unit }) => unit === 'seconds' && /laten|p50|ttfb|response/i.test(name)),
  cost: (call) => costOf(call) !== undefined || call.metrics.some(({ unit }) => unit === 'credits'),
  deliveries: ({ deliveries }) => deliveries.length > 0,
};

/** The documented calls, and generated ones in the vendor's shape. */
async function callsOf(provider: Provider): Promise<Call[]> {
  const documented = await Promise.all(
    provider.samples.ids.map(async (id) => ({
      id,
      raw: (await provider.getCall(sampleApi(provider), id))?.raw ?? null,
    })),
  );
  const generated = fc.sample(replies[provider.id]!.conforming, { numRuns: 60, seed: 3 });
  return [...documented, ...generated].map(({ id, raw }) =>
    callOf({ provider: provider.id, connection: 'connection', id }, raw),
  );
}

test('the table of the README says what is read of each provider', async () => {
  const columns = ['by ID', 'lists', 'calls of a contact', ...Object.keys(held)];
  const rows = await Promise.all(
    providers.map(async (provider) => {
      const calls = await callsOf(provider);
      const lists = (await provider.listCalls(sampleApi(provider), {}, undefined)).rows.length > 0;
      const says = [calls.length > 0, lists, provider.callsOf !== undefined];
      return [provider.name].concat(
        says.concat(Object.values(held).map((read) => calls.some(read))).map((is) => (is ? 'yes' : '–')),
      );
    }),
  );
  const readme = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    );
  for (const row of [['what is read', ...columns], ...rows]) expect(readme).toContainEqual(row);
});
