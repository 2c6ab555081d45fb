import type { CallSummary } from '../../call/call';
import type { CallRef } from '../../call/callRef';
import { refKey } from '../../call/refKey';
import { refreshIn } from '../calls/freshness';
import { change, read } from '../../storage/item';
import { isLately } from '../../storage/stamp';
import { type Listed, summariesItem } from '../../storage/items';

const most = 1000;

export interface KnownSummary {
  call: CallSummary;
  /** Milliseconds until a call in progress is worth asking again; absent once it ended. */
  refreshIn?: number;
}

/** What is known of a call; `undefined` also when it is time to ask again. */
export async function knownSummary(ref: CallRef): Promise<KnownSummary | undefined> {
  const listed = (await read(summariesItem))[refKey(ref)];
  if (!listed) return undefined;
  const due = refreshIn(listed.call, listed.refreshes);
  if (due === undefined) return { call: listed.call };
  return isLately(listed.at, due) ? { call: listed.call, refreshIn: due } : undefined;
}

/** Keeps what a list told, and returns when to ask again. */
export async function rememberSummaries(calls: CallSummary[]): Promise<KnownSummary[]> {
  let listed: [string, Listed][] = [];
  await change(summariesItem, (known) => {
    const at = Date.now();
    listed = calls.map((call) => {
      const before = known[refKey(call.ref)];
      return [refKey(call.ref), { call, at, refreshes: before ? before.refreshes + 1 : 0 }];
    });
    const kept = Object.entries(known).filter(([key]) => !listed.some(([other]) => other === key));
    return Object.fromEntries([...kept, ...listed].slice(-most));
  });
  return listed.map(([, { call, refreshes }]) => ({ call, refreshIn: refreshIn(call, refreshes) }));
}

/** Forgets what one connection told. */
export async function forgetSummaries(connection: string): Promise<void> {
  await change(summariesItem, (known) =>
    Object.fromEntries(Object.entries(known).filter(([, { call }]) => call.ref.connection !== connection)),
  );
}
