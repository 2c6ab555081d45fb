import { type Query, QueryClient } from '@tanstack/react-query';
import { asFailure } from '../errors';
import { watch, watchChanges } from '../storage/item';
import { connectionsItem, providersItem, sitesItem, unlockedItem, visitsItem } from '../storage/items';
import type { Preloaded } from '../storage/preload';
import { callQuery, connectionsQuery, providersQuery, recentQuery } from './queries';

/** The cache of an extension page's queries. Retries are the worker's. What another page changes is read again. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, staleTime: 0 },
      mutations: { networkMode: 'always' },
    },
  });
  const rereadWith = (item: Parameters<typeof watchChanges>[0], queryKey: string) =>
    watchChanges(item, () => void client.invalidateQueries({ queryKey: [queryKey] }));
  rereadWith(connectionsItem, 'connections');
  rereadWith(providersItem, 'providers');
  rereadWith(visitsItem, 'recent');
  rereadWith(sitesItem, 'sites');
  rereadWith(unlockedItem, 'keyLock');
  // What waited for the keys goes on, in every page.
  const isLocked = ({ state }: Query) => state.error !== null && asFailure(state.error).code === 'locked';
  watch(unlockedItem, (unlocked) => {
    if (unlocked) void client.invalidateQueries({ predicate: isLocked });
  });
  return client;
}

/** Fills the cache with what was preloaded: the first component that shows it asks nobody. */
export function fillCache(client: QueryClient, { connections, recent, providers, newest }: Preloaded): void {
  if (providers) client.setQueryData(providersQuery.queryKey, providers);
  client.setQueryData(connectionsQuery.queryKey, connections);
  client.setQueryData(recentQuery.queryKey, recent);
  if (newest) client.setQueryData(callQuery(newest.call.ref).queryKey, newest);
}
