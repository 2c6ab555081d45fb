import type { CallSummary } from '../call';
import type { RecentCall } from '../messages';
import { connectionsItem, visitsItem } from '../settings';
import { cachedHeads } from './cache';

const most = 50;

/** Puts a call at the head of the recent calls. Only its identity is written to disk. */
export async function noteVisit({ ref }: Pick<CallSummary, 'ref'>): Promise<void> {
  const others = (await visitsItem.getValue()).filter(
    (each) => each.id !== ref.id || each.connection !== ref.connection || each.provider !== ref.provider,
  );
  await visitsItem.setValue([{ ...ref, at: new Date().toISOString() }, ...others].slice(0, most));
}

/** Calls looked up lately, newest first, with what the session cache still knows of each. */
export async function listRecent(): Promise<RecentCall[]> {
  const connections = new Map((await connectionsItem.getValue()).map((each) => [each.id, each.label]));
  const visits = (await visitsItem.getValue()).filter((each) => connections.has(each.connection));
  const heads = await cachedHeads(visits);
  return visits.map(({ at, provider, connection, id }, index) => {
    const { status, sentiment, summary, duration, flags } = heads[index] ?? {};
    const label = connections.get(connection) ?? '';
    return { ref: { provider, connection, id }, at, label, status, sentiment, summary, duration, flags };
  });
}
