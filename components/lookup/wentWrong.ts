import type { Call } from '../../lib/call/call';
import { concernsOf } from '../../lib/call/concerns';
import { statusTones } from '../../lib/call/tone';
import { meaningIn } from '../../lib/call/vendorWords';
import { sayConcern } from '../call/glance/sayConcern';

const wrongTones = new Set(['warning', 'negative']);
const wrongKinds = new Set(['delivery', 'action', 'issue']);

/**
 * Why a call went wrong, in one line: how it ended where nobody was reached or it failed, else what failed on it or after it, else why
 * the customer was dissatisfied. `undefined` where nothing went wrong.
 */
export function wentWrong(call: Call): string | undefined {
  const { status, endReason, sentiment, sentimentReason, summary } = call;
  if (status && wrongTones.has(statusTones[status.kind]))
    return meaningIn(call, 'endReason') ?? endReason ?? meaningIn(call, 'status') ?? status.raw;
  const concern = concernsOf(call).find(({ kind }) => wrongKinds.has(kind));
  if (concern) {
    const { what, more } = sayConcern(concern);
    return more ? `${what}: ${more}` : what;
  }
  return sentiment?.kind === 'negative' ? (sentimentReason ?? summary) : undefined;
}
