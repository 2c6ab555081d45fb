import { finishedCall } from './cache';
import type { CallAnswer, RecentCall } from './messages';
import { listRecent } from './recent';
import { type Connection, connectionsItem } from './settings';

/** What popup and side panel show first, as far as it is stored. */
export interface Ahead {
  connections: Connection[];
  recent: RecentCall[];
  /** The call likeliest to be opened, if that asks nobody: a call that was not opened is not worth a request. */
  newest?: CallAnswer;
}

async function read(): Promise<Ahead> {
  const [connections, recent] = await Promise.all([connectionsItem.getValue(), listRecent()]);
  const [first] = recent;
  return { connections, recent, newest: first?.handy ? await finishedCall(first.ref) : undefined };
}

/** Being read since this module was evaluated: a page that imports it first has it when its other modules are evaluated. */
export const ahead = read();
