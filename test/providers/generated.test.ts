import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Call } from '../../lib/call/call';
import { providers } from '../../lib/providers';
import { redact } from '../../lib/redaction/redact';
import { pointerAt } from '../../lib/call/jsonPointer';
import { replies, type GeneratedReply } from './replies';

describe.each(providers)('$name', (provider) => {
  const generated = replies[provider.id];
  if (!generated) throw new Error(`no generated replies for ${provider.id}`);

  const map = ({ id, raw }: GeneratedReply) => {
    const { value, masked } = redact(raw);
    const ref = { provider: provider.id, connection: 'connection', id };
    return { ref, ...provider.toCall(id, value), masked };
  };

  test('maps every reply that keeps to the documents without a problem', () => {
    fc.assert(
      fc.property(generated.conforming, (reply) => {
        const call = map(reply);
        expect(Call.safeParse(call).error).toBeUndefined();
        expect(call.problems).toEqual([]);
        expect(call.duration).toBeTypeOf('number');
      }),
      { numRuns: 300 },
    );
  });

  test('maps every broken reply to a call, and no prototype is touched', () => {
    fc.assert(
      fc.property(generated.broken, (reply) => {
        const call = map(reply);
        expect(Call.safeParse(call).error).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['conforming', 'broken'] as const)('leaves no secret of a %s reply', (kind) => {
    fc.assert(
      fc.property(generated[kind], (reply) => {
        const { masked, ...call } = map(reply);
        const shown = JSON.stringify(call);
        for (const secret of reply.secrets) expect(shown).not.toContain(secret);
        for (const pointer of masked) expect(pointerAt(call.raw, pointer)).toContain('••••••');
      }),
      { numRuns: 300 },
    );
  });
});
