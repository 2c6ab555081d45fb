import type { Call } from '../../call/call';

const SECOND = 1000;

/** After this many refreshes a call that never ends is left to the refresh button. */
const mostRefreshes = 40;

/**
 * Milliseconds until a call in progress is worth asking again: 5 s, growing by half each time, two minutes at most.
 * Absent when the call ended, or has been asked often enough.
 */
export function refreshIn(call: Pick<Call, 'status'>, refreshes: number): number | undefined {
  if (call.status?.kind !== 'in-progress' || refreshes >= mostRefreshes) return undefined;
  return Math.round(Math.min(5 * SECOND * 1.5 ** refreshes, 120 * SECOND));
}
