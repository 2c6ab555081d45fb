import { QueryClient, queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Ahead } from '../storage/preload';
import { finishedCall } from '../storage/callCache';
import type { CallRef } from '../call/call';
import { asFailure } from '../errors';
import { type Answer, ask, type MessageName, type Payload } from '../messages';
import type { LookedUp, LookUpAnswer } from '../call/lookUp';
import type { CallAnswer } from '../call/callAnswer';
import { listRecent, noteVisit } from '../storage/recentCalls';
import { openRecording } from '../ui/openRecording';
import { read } from '../storage/item';
import { connectionsItem, providersItem, sitesItem, visitsItem } from '../storage/items';
import { pageTab } from '../browser/pageTab';
import { refKey } from '../call/refKey';

/**
 * What the extension's pages ask of the worker, as hooks. Retries and the cache of calls are the worker's.
 * What another page changes (connections, recent calls) is read again.
 */
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

type Cancellable = { [N in MessageName]: Payload<N> extends { request: string } ? N : never }[MessageName];

/** Asks, and cancels the request in the worker when the signal aborts. */
function askUntil<N extends Cancellable>(
  signal: AbortSignal,
  name: N,
  payload: Omit<Payload<N>, 'request'>,
): Promise<Answer<N>> {
  const request = crypto.randomUUID();
  signal.addEventListener('abort', () => void ask('cancel', { request }).catch(() => {}), { once: true });
  return ask(name, { ...payload, request } as Payload<N>);
}

// What is stored is read here: the worker may be asleep. What was read ahead is not read again by the first who shows it.
const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async () => (await read(providersItem)) ?? ask('listProviders', {}),
  staleTime: Infinity,
});
const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => read(connectionsItem),
  staleTime: 1000,
});
const recentQuery = queryOptions({ queryKey: ['recent'], queryFn: listRecent, staleTime: 1000 });
const callQuery = (ref: CallRef | undefined) =>
  queryOptions({
    queryKey: ['call', ref && refKey(ref)],
    queryFn: async ({ signal }) =>
      (await finishedCall(ref as CallRef)) ?? askUntil(signal, 'getCall', { ref: ref as CallRef, refresh: false }),
    // What a look-up has just brought is not asked for a second time.
    staleTime: 10_000,
  });

export const useProviders = () => useQuery(providersQuery).data ?? [];

export const useConnections = () => useQuery(connectionsQuery);

export const useRecentCalls = () => useQuery(recentQuery).data ?? [];

/** Gives the first who shows it what a page has read ahead. */
export function take(client: QueryClient, { connections, recent, providers, newest }: Ahead): void {
  if (providers) client.setQueryData(providersQuery.queryKey, providers);
  client.setQueryData(connectionsQuery.queryKey, connections);
  client.setQueryData(recentQuery.queryKey, recent);
  if (newest) client.setQueryData(callQuery(newest.call.ref).queryKey, newest);
}

/**
 * The look-up box: finds the IDs in a submitted text and looks every one up. `run` starts over, `retry` asks again for one ID.
 * The address of the page on screen goes along: it may tell what a connection does not hold.
 */
export function useLookUp() {
  const client = useQueryClient();
  const [submitted, setSubmitted] = useState<{ text: string; provider?: string; run: number }>();
  const ids = useQuery({
    queryKey: ['ids', submitted],
    queryFn: () => ask('findIds', { text: submitted?.text ?? '', provider: submitted?.provider }),
    enabled: submitted !== undefined,
  });
  const found = ids.data ?? [];
  const rows = useQueries({
    queries: found.map(({ id }) => ({
      queryKey: ['lookUp', id, submitted?.run],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        askUntil(signal, 'lookUp', { id, provider: submitted?.provider, address: (await pageTab())?.url }),
      staleTime: Infinity,
    })),
  });
  return {
    failure: ids.error ? asFailure(ids.error) : undefined,
    rows: found.map(({ id, providers }, index): LookedUp => {
      const row = rows[index];
      return { id, providers, answer: row?.data, failure: row?.error ? asFailure(row.error) : undefined };
    }),
    busy: ids.isFetching || rows.some((row) => row.isFetching),
    /** `provider`: asks that one alone. */
    submit: (text: string, provider?: string) =>
      setSubmitted((before) => ({ text, provider, run: (before?.run ?? 0) + 1 })),
    retry: (id: string) => void client.refetchQueries({ queryKey: ['lookUp', id] }),
    clear: () => setSubmitted(undefined),
  };
}

/** A finished call that is stored, whichever of the provider's connections brought it; noted among the recent ones, as a look-up is. */
async function storedCall(provider: string, id: string): Promise<LookUpAnswer | undefined> {
  const connections = (await read(connectionsItem)).filter((each) => each.provider === provider);
  const stored = await Promise.all(connections.map((each) => finishedCall({ provider, connection: each.id, id })));
  const found = stored.find((each) => each !== undefined);
  if (found) void noteVisit(found.call).catch(() => {});
  return found && { found };
}

/** A call by provider and ID alone, whichever connection knows it: what a link to the full page holds. */
export const useLinkedCall = (provider: string, id: string) =>
  useQuery({
    queryKey: ['lookUp', provider, id],
    queryFn: async ({ signal }) => (await storedCall(provider, id)) ?? askUntil(signal, 'lookUp', { id, provider }),
  });

/** One call, kept up to date while it is in progress. `known` is shown at once, e.g. the answer a look-up has just brought. */
export function useCall(ref: CallRef | undefined, known?: CallAnswer) {
  const client = useQueryClient();
  const options = callQuery(ref);
  const query = useQuery({
    ...options,
    enabled: ref !== undefined,
    initialData: known,
    refetchInterval: ({ state }) => state.data?.refreshIn ?? false,
  });
  const refresh = useMutation({
    mutationFn: () => askUntil(new AbortController().signal, 'getCall', { ref: ref as CallRef, refresh: true }),
    onSuccess: (answer: CallAnswer) => client.setQueryData(options.queryKey, answer),
  });
  // The same function as long as it is the same call: all masked values are drawn again for another.
  const reveal = useCallback((pointer: string) => ask('reveal', { ref: ref as CallRef, pointer }), [ref]);
  const error = query.error ?? refresh.error;
  return {
    answer: query.data,
    failure: error ? asFailure(error) : undefined,
    refreshing: query.isFetching || refresh.isPending,
    refresh: () => (query.data ? refresh.mutate() : void query.refetch()),
    reveal,
    openRecording: () => openRecording(() => ask('openRecording', { ref: ref as CallRef })),
  };
}

/** The provider's own list of a connection's calls, one page at a time. */
export function useCallList(
  connection: string | undefined,
  filters: Record<string, string>,
  cursor: string | undefined,
) {
  const query = useQuery({
    queryKey: ['calls', connection, filters, cursor],
    queryFn: ({ signal }) => askUntil(signal, 'listCalls', { connection: connection ?? '', filters, cursor }),
    enabled: connection !== undefined,
    // While the next page comes, this one stays; calls of another connection do not.
    placeholderData: (before, last) => (last?.queryKey[1] === connection ? before : undefined),
    staleTime: 30_000,
  });
  return {
    page: query.data,
    failure: query.error ? asFailure(query.error) : undefined,
    loading: query.isFetching,
    retry: () => void query.refetch(),
  };
}

/** The calls with the person of the record a tab shows, searched while `enabled`; `record` tells one record from the next. */
export function useRecordCalls(tab: number | undefined, record: string | undefined, enabled: boolean) {
  const query = useQuery({
    queryKey: ['record', tab, record],
    queryFn: ({ signal }) => askUntil(signal, 'callsOfRecord', { tab: tab as number }),
    enabled: enabled && tab !== undefined && record !== undefined,
    staleTime: 60_000,
  });
  return {
    found: query.data,
    failure: query.error ? asFailure(query.error) : undefined,
    loading: query.isFetching,
    retry: () => void query.refetch(),
  };
}
