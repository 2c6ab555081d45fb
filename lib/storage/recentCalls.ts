import { refKey } from '../call/refKey';
import type { CallSummary } from '../call/call';
import type { RecentCall } from '../call/callList';
import { change, read } from './item';
import { connectionsItem, visitsItem } from './items';
import { cachedHeads, hasEnded } from './callCache';
import type { Head } from './callItems';

const most = 50;
/** A call of so many UTF-16 units takes so long to read that it should not be read in vain. */
const long = 500_000;

/** Puts a call at the head of the recent calls. Only its identity is written to disk, sealed. */
export async function noteVisit({ ref }: Pick<CallSummary, 'ref'>): Promise<void> {
  await change(visitsItem, (visits) => {
    const others = visits.filter((each) => refKey(each) !== refKey(ref));
    return [{ ...ref, at: new Date().toISOString() }, ...others].slice(0, most);
  });
}

/** What lists show of a call that is stored. */
function known(head: Head | undefined): Partial<Head> {
  if (!head) return {};
  const { fetchedAt: _fetchedAt, length: _length, ...said } = head;
  return said;
}

/** Calls looked up lately, newest first, with what the session cache still knows of each. */
export async function listRecent(): Promise<RecentCall[]> {
  const [connections, all] = await Promise.all([read(connectionsItem), read(visitsItem)]);
  const labels = new Map(connections.map(({ id, label }) => [id, label]));
  const visits = all.filter(({ connection }) => labels.has(connection));
  const heads = await cachedHeads(visits);
  return visits.map(({ at, provider, connection, id }, index) => {
    const head = heads[index];
    const handy = head !== undefined && head.length < long && hasEnded(head);
    const visited = { ref: { provider, connection, id }, at, label: labels.get(connection) ?? '', handy };
    return Object.assign(visited, known(head));
  });
}
