import type { Connection } from '../../call/connection';
import { change, read } from '../../storage/item';
import { isLately } from '../../storage/stamp';
import { rejectedItem } from '../../storage/requestItems';

/** A call may be written down by its provider some time after a CRM shows its ID. */
const longest = 30 * 60_000;
/** More are forgotten, the oldest first: 64 characters each, in 10 MB of session storage. */
const most = 5000;

/** The connections as far as they decide what is found: another key, address or account may know other calls. */
const keyOf = (connections: Connection[], id: string) =>
  JSON.stringify([
    connections.map((each) => [each.id, each.region, each.baseUrl, each.account, each.keyEnd]).sort(),
    id,
  ]);

/** Whether all these connections said lately that they know no such call. */
export async function isRejected(connections: Connection[], id: string): Promise<boolean> {
  const at = (await read(rejectedItem))[keyOf(connections, id)];
  return at !== undefined && isLately(at, longest);
}

/** Remembers that none of these connections knows the IDs. */
export async function reject(connections: Connection[], ids: string[]): Promise<void> {
  await change(rejectedItem, (rejected) => {
    const now = Date.now();
    const kept = Object.entries(rejected).filter(([, at]) => isLately(at, longest, now));
    const added = ids.map((id): [string, number] => [keyOf(connections, id), now]);
    return Object.fromEntries([...kept, ...added].slice(-most));
  });
}
