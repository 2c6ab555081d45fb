import type { CallSummary } from '../call';
import type { RecentCall } from '../messages';
import { connectionsItem, visitsItem } from '../settings';
import { cached } from './cache';

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
  return Promise.all(
    visits.map(async ({ at, provider, connection, id }) => {
      const ref = { provider, connection, id };
      const call = (await cached(ref))?.call;
      const { status, sentiment, summary, duration, flags } = call ?? {};
      return { ref, at, label: connections.get(connection) ?? '', status, sentiment, summary, duration, flags };
    }),
  );
}
