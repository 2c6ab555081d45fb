import { QueryClient } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { connectionsItem, sitesItem, visitsItem } from '../storage/items';
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
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[connectionsItem.key]) void client.invalidateQueries({ queryKey: ['connections'] });
    if (changes[visitsItem.key]) void client.invalidateQueries({ queryKey: ['recent'] });
    if (changes[sitesItem.key]) void client.invalidateQueries({ queryKey: ['sites'] });
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
