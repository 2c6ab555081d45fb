import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { providers } from '../../lib/providers';
import type { Provider } from '../../lib/providers/provider';
import { redact } from '../../lib/redaction/redact';
import { sampleApi } from '../../lib/providers/samples';

/** An ID in the provider's first shape that no document shows. */
function unknownId({ ids, samples }: Provider): string {
  const shape = ids.find((each) => each.kind !== 'opaque');
  const some = shape
    ? fc.sample(fc.stringMatching(new RegExp(`^(?:${shape.pattern})$`)), { numRuns: 5, seed: 1 })
    : ['x'];
  return some.find((id) => !samples.ids.includes(id)) ?? '';
}

/** What documents say that are no completed call; one ends before it says anything. */
const otherStatuses: Record<string, string | undefined> = {
  '58bd0d3f-6982-4a6d-911e-1c11fbcc7dca': 'failed',
  '1725527007259x327898249603432960': undefined,
};
/** The vendors whose cheapest request counts nothing. */
const uncounted = new Set(['vapi', 'elevenlabs', 'synthflow']);

describe.each(providers)('$name samples', (provider) => {
  const { ids } = provider.samples;

  test.each(ids)('%s is whole', async (id) => {
    const reply = await provider.getCall(sampleApi(provider), id);
    expect(reply?.failures).toEqual([]);
    const call = provider.toCall(id, redact(reply?.raw ?? null).value);
    expect(call.status?.kind).toBe(id in otherStatuses ? otherStatuses[id] : 'completed');
    expect(call.transcripts[0]?.turns.length).toBeGreaterThan(1);
    expect(call.problems).toEqual([]);
  });

  test('are listed and counted, and an unknown ID is not found', async () => {
    const api = sampleApi(provider);
    const { rows, next } = await provider.listCalls(api, {}, undefined);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(next).toBeUndefined();
    expect((await provider.whoAmI(api)).calls).toBe(uncounted.has(provider.id) ? undefined : ids.length);
    expect(await provider.getCall(api, unknownId(provider))).toBeUndefined();
  });

  test('cannot be changed by who reads them', async () => {
    const read = async () => (await provider.getCall(sampleApi(provider), ids[0] ?? ''))?.raw as object;
    const first = await read();
    for (const name of Object.keys(first)) delete (first as Record<string, unknown>)[name];
    expect(Object.keys(await read())).not.toEqual([]);
  });
});
