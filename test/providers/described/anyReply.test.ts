// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Call, type Json } from '../../../lib/call/call';
import { describedProvider } from '../../../lib/providers/described/describedProvider';
import { readDescription } from '../../../lib/providers/described/readDescription';
import { conversations, ultravoxCall } from '../../harness/described';

const told = Call.omit({ ref: true, masked: true });

/** A reply with one of its leaves or branches in the place of another. */
function broken(reply: Json): fc.Arbitrary<Json> {
  const change = (value: Json, at: number[], other: Json): Json => {
    if (typeof value !== 'object' || value === null || at.length === 0) return other;
    const names = Object.keys(value);
    const name = names[at[0]! % names.length];
    const changed = Object.entries(value).map(([each, inner]) => [
      each,
      each === name ? change(inner as Json, at.slice(1), other) : inner,
    ]);
    return Array.isArray(value) ? changed.map(([, inner]) => inner as Json) : (Object.fromEntries(changed) as Json);
  };
  return fc
    .tuple(fc.array(fc.nat(30), { maxLength: 4 }), fc.jsonValue())
    .map(([at, other]) => change(reply, at, other as Json));
}

const replies: Record<string, Json> = {
  'internal-example.json': { call: { data: conversations[0]!, took: 3 } },
  'ultravox.json': { call: ultravoxCall, transcript: [{ results: [{ role: 'MESSAGE_ROLE_USER', text: 'Hi' }] }] },
};

test.each(readdirSync('docs/providers'))('%s maps any reply, and notes what does not fit', (name) => {
  const found = readDescription(readFileSync(`docs/providers/${name}`, 'utf8'));
  if (!('description' in found)) throw new Error(found.problems.join('\n'));
  const { toCall } = describedProvider(found.description);
  fc.assert(
    fc.property(broken(replies[name] ?? {}), (raw) => {
      const call = toCall('id', raw);
      expect(told.safeParse(JSON.parse(JSON.stringify(call))).error).toBeUndefined();
      expect(call.raw).toBe(raw);
    }),
    { numRuns: 300 },
  );
});
