import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordCalls as CallsOfConnection } from '../call/callList';
import type { Failure } from '../errors';
import type { PageState } from '../page/protocol';
import { useProviders } from './useProviders';
import { useWaiting } from './useWaiting';
import type { Waiting } from '../call/waiting';
import { askUntil } from '../ui/askUntil';
import { failureOf } from '../ui/failureOf';

/** The calls with the contact of the record on screen, as far as they are searched. */
export interface RecordCalls {
  found?: CallsOfConnection[];
  failure?: Failure;
  /** The page shows something to search by. */
  canSearch: boolean;
  /** Whether it is or was searched; if not, it waits for a click. */
  searching: boolean;
  /** Whom it waits for, and until when. */
  waiting?: Waiting;
  /** Gives up waiting. */
  stop(): void;
  search(): void;
  retry(): void;
}

/**
 * The calls of the record on screen. A known CRM's record is searched at once; any other page, and every page of a user who lets the
 * providers be asked only on pointing, waits for a click.
 */
export function useRecordCalls(tab: number | undefined, page: PageState | undefined, askOnPoint: boolean): RecordCalls {
  const isRecord = page?.record !== undefined;
  const key = page && JSON.stringify([page.record ?? page.address, page.phones]);
  const [asked, setAsked] = useState<string>();
  const canSearch = isRecord || (page?.phones.length ?? 0) > 0;
  const search = canSearch && ((isRecord && !askOnPoint) || asked === key);
  const client = useQueryClient();
  const waitingOf = useWaiting();
  const providers = useProviders().map(({ id }) => id);
  const query = useQuery({
    queryKey: ['record', tab, key],
    queryFn: ({ signal }) => askUntil(signal, 'callsOfRecord', { tab: tab as number }),
    enabled: search && tab !== undefined && key !== undefined,
    staleTime: 60_000,
  });
  return {
    found: query.data,
    failure: search ? failureOf(query) : undefined,
    retry: () => void query.refetch(),
    waiting: query.isFetching ? waitingOf({ providers }) : undefined,
    stop: () => void client.cancelQueries({ queryKey: ['record', tab, key] }),
    canSearch,
    searching: search,
    search: () => setAsked(key),
  };
}
