import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Call } from '../../../lib/call/call';
import { pointerAt } from '../../../lib/call/jsonPointer';
import { exportFormats } from '../../../lib/export';
import { providers } from '../../../lib/providers';
import { mask } from '../../../lib/redaction/mask';
import { callOf } from '../../../lib/worker/calls/callOf';
import { replies } from '../../providers/replies';
import { count } from '../count';
import { report } from '../report';

const runs = count(300, 10_000);

test.each(providers)('$name: whatever is replied is a call that can be exported', { timeout: 600_000 }, (provider) => {
  const generated = replies[provider.id];
  if (!generated) throw new Error(`No generated replies for ${provider.id}.`);
  const names = { provider: provider.name, connection: 'Demo' };
  let exported = 0;
  fc.assert(
    fc.property(fc.oneof(generated.broken, generated.conforming), ({ id, raw, secrets }) => {
      const call = callOf({ provider: provider.id, connection: 'connection', id }, raw);
      expect(Call.safeParse(call).error).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      const { masked, ...shown } = call;
      for (const pointer of masked) expect(pointerAt(call.raw, pointer)).toContain(mask);
      const written = exportFormats.map(({ write }) => write(call, names) ?? '');
      for (const text of [JSON.stringify(shown), ...written])
        for (const secret of secrets) expect(text).not.toContain(secret);
      exported += written.length;
    }),
    { numRuns: runs },
  );
  report(
    'R3',
    'A reply, broken or whole, is a call that can be exported; no secret is in it',
    `${provider.name}: ${runs} of ${runs} replies, ${exported} exports`,
  );
});
