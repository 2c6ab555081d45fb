import type { Call } from '../../lib/call/call';
import { type Counted, figuresOf } from '../../lib/call/figures';
import type { LookedUp } from '../../lib/call/lookUp';

/** Each call is read once, however often its row is drawn. */
const counted = new WeakMap<Call, Counted>();

/** What is counted of the call that a row found; `undefined` while it found none. */
export function countedRow({ answer }: LookedUp): Counted | undefined {
  if (!answer || !('found' in answer)) return undefined;
  const { call } = answer.found;
  const known = counted.get(call) ?? { ...call, ...figuresOf(call) };
  counted.set(call, known);
  return known;
}
