import { describe, expect, test } from 'vitest';
import { providers } from '../../lib/providers';
import { redact } from '../../lib/redaction/redact';
import { sampleApi } from '../../lib/providers/samples';

const documented: Record<string, string[]> = {
  omnidimension: ['50958'],
  dialnexa: ['call_x9y3zp4mq7r1', 'call_abc123'],
  highlevel: ['507f1f77bcf86cd799439011'],
};
const unknown: Record<string, string> = { omnidimension: '1', dialnexa: 'call_unknown', highlevel: '0'.repeat(24) };

describe.each(providers)('$name samples', (provider) => {
  const ids = documented[provider.id] ?? [];

  test.each(ids)('%s is whole', async (id) => {
    const reply = await provider.getCall(sampleApi(provider.id), id);
    expect(reply?.failures).toEqual([]);
    const call = provider.toCall({ provider: provider.id, connection: 'sample', id }, redact(reply?.raw ?? null).value);
    expect(call.status).toEqual({ raw: 'completed', kind: 'completed' });
    expect(call.transcripts[0]?.turns.length).toBeGreaterThan(1);
    expect(call.problems).toEqual([]);
  });

  test('are listed and counted, and an unknown ID is not found', async () => {
    const api = sampleApi(provider.id);
    const { calls, next } = await provider.listCalls(api, 'sample', {}, 1);
    expect(calls.map(({ ref }) => ref.id)).toEqual(ids);
    expect(next).toBeUndefined();
    expect(await provider.whoAmI(api)).toEqual({ calls: ids.length });
    expect(await provider.getCall(api, unknown[provider.id] ?? '')).toBeUndefined();
  });

  test('cannot be changed by who reads them', async () => {
    const read = async () => (await provider.getCall(sampleApi(provider.id), ids[0] ?? ''))?.raw as object;
    const first = await read();
    for (const name of Object.keys(first)) delete (first as Record<string, unknown>)[name];
    expect(Object.keys(await read())).not.toEqual([]);
  });
});
