import { finishedCall } from './callCache';
import type { RecentCall } from '../call/callList';
import type { CallAnswer } from '../call/callAnswer';
import type { ProviderInfo } from '../call/providerInfo';
import { listRecent } from './recentCalls';
import { read } from './item';
import { connectionsItem, providersItem } from './items';
import type { Connection } from '../call/connection';

/** What popup and side panel show first, as far as it is stored. */
export interface Preloaded {
  connections: Connection[];
  recent: RecentCall[];
  /** Absent where the worker has not started yet in this browser session. */
  providers?: ProviderInfo[];
  /** The call likeliest to be opened, if that asks nobody: a call that was not opened is not worth a request. */
  newest?: CallAnswer;
}

/** Reads what a page shows first. The worker may stay asleep. */
export async function preload(): Promise<Preloaded> {
  const [connections, recent, providers] = await Promise.all([
    read(connectionsItem),
    listRecent(),
    read(providersItem),
  ]);
  const [first] = recent;
  const newest = first?.handy ? await finishedCall(first.ref) : undefined;
  return { connections, recent, providers: providers ?? undefined, newest };
}
