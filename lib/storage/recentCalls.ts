import type { CallSummary } from '../call/call';
import type { RecentCall } from '../call/callList';
import { connectionsItem, visitsItem } from './settings';
import { cachedHeads, hasEnded } from './callCache';

const most = 50;
/** A call of so many UTF-16 units takes so long to read that it should not be read in vain. */
const long = 500_000;

/** Puts a call at the head of the recent calls. Only its identity is written to disk. */
export async function noteVisit({ ref }: Pick<CallSummary, 'ref'>): Promise<void> {
  const others = (await visitsItem.getValue()).filter(
    (each) => each.id !== ref.id || each.connection !== ref.connection || each.provider !== ref.provider,
  );
  await visitsItem.setValue([{ ...ref, at: new Date().toISOString() }, ...others].slice(0, most));
}

/** Calls looked up lately, newest first, with what the session cache still knows of each. */
export async function listRecent(): Promise<RecentCall[]> {
  const [connections, all] = await Promise.all([connectionsItem.getValue(), visitsItem.getValue()]);
  const labels = new Map(connections.map(({ id, label }) => [id, label]));
  const visits = all.filter(({ connection }) => labels.has(connection));
  const heads = await cachedHeads(visits);
  return visits.map(({ at, provider, connection, id }, index) => {
    const head = heads[index];
    const { status, sentiment, summary, duration, flags } = head ?? {};
    const handy = head !== undefined && head.length < long && hasEnded(head);
    const ref = { provider, connection, id };
    return { ref, at, label: labels.get(connection) ?? '', handy, status, sentiment, summary, duration, flags };
  });
}
