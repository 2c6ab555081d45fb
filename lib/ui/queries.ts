import { queryOptions } from '@tanstack/react-query';
import type { CallRef } from '../call/callRef';
import { refKey } from '../call/refKey';
import { ask } from '../messages';
import { finishedCall } from '../storage/callCache';
import { listRecent } from '../storage/recentCalls';
import { read } from '../storage/item';
import { connectionsItem, providersItem } from '../storage/items';
import { askUntil } from './askUntil';

// What is stored is read here: the worker may be asleep. `staleTime` keeps what was preloaded from being read again at once.
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async () => (await read(providersItem)) ?? ask('listProviders', {}),
  staleTime: Infinity,
});
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => read(connectionsItem),
  staleTime: 1000,
});
export const recentQuery = queryOptions({ queryKey: ['recent'], queryFn: listRecent, staleTime: 1000 });
export const callQuery = (ref: CallRef | undefined) =>
  queryOptions({
    queryKey: ['call', ref && refKey(ref)],
    queryFn: async ({ signal }) =>
      (await finishedCall(ref as CallRef)) ?? askUntil(signal, 'getCall', { ref: ref as CallRef, refresh: false }),
    // What a look-up has just brought is not asked for a second time.
    staleTime: 10_000,
  });
