import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Call } from '../../lib/call/call';
import { providers } from '../../lib/providers';
import { callOf } from '../../lib/worker/calls/callOf';
import { replies } from './replies';

describe.each(providers)('$name', (provider) => {
  const generated = replies[provider.id];
  if (!generated) throw new Error(`no generated replies for ${provider.id}`);

  test('maps every reply that keeps to the documents without a problem', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(generated.conforming, ({ id, raw }) => {
        const call = callOf({ provider: provider.id, connection: 'connection', id }, raw);
        expect(Call.safeParse(call).error).toBeUndefined();
        expect(call.problems).toEqual([]);
        expect(call.duration).toBeTypeOf('number');
      }),
      { numRuns: 300 },
    );
  });
});
