import { storage } from 'wxt/utils/storage';
import type { CallRef, CallSummary } from '../../call/call';
import { refKey } from '../../call/refKey';
import { refreshIn } from '../calls/freshness';
import { inTurn } from '../../storage/lock';

const most = 1000;

/** What lists told of calls that were not read in full, by call. */
interface Listed {
  call: CallSummary;
  /** Milliseconds since 1970. */
  at: number;
  refreshes: number;
}

const summariesItem = storage.defineItem<Record<string, Listed>>('session:summaries', { fallback: {} });

export interface KnownSummary {
  call: CallSummary;
  /** Milliseconds until a call in progress is worth asking again; absent once it ended. */
  refreshIn?: number;
}

/** What is known of a call; `undefined` also when it is time to ask again. */
export async function knownSummary(ref: CallRef): Promise<KnownSummary | undefined> {
  const listed = (await summariesItem.getValue())[refKey(ref)];
  if (!listed) return undefined;
  const due = refreshIn(listed.call, listed.refreshes);
  if (due === undefined) return { call: listed.call };
  return listed.at + due > Date.now() ? { call: listed.call, refreshIn: due } : undefined;
}

/** Keeps what a list told, and answers when to ask again. */
export function rememberSummaries(calls: CallSummary[]): Promise<KnownSummary[]> {
  return inTurn('summaries', async () => {
    const known = await summariesItem.getValue();
    const at = Date.now();
    const listed = calls.map((call): [string, Listed] => {
      const before = known[refKey(call.ref)];
      return [refKey(call.ref), { call, at, refreshes: before ? before.refreshes + 1 : 0 }];
    });
    const kept = Object.entries(known).filter(([key]) => !listed.some(([other]) => other === key));
    await summariesItem.setValue(Object.fromEntries([...kept, ...listed].slice(-most)));
    return listed.map(([, { call, refreshes }]) => ({ call, refreshIn: refreshIn(call, refreshes) }));
  });
}

/** Forgets what one connection told, or all. */
export function forgetSummaries(connection?: string): Promise<void> {
  return inTurn('summaries', async () => {
    const kept = Object.entries(await summariesItem.getValue()).filter(
      ([, { call }]) => connection !== undefined && call.ref.connection !== connection,
    );
    await summariesItem.setValue(Object.fromEntries(kept));
  });
}
