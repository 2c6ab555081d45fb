import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { pageTab } from '../browser/pageTab';
import type { LookedUp } from '../call/lookUp';
import { asFailure, type Failure } from '../errors';
import { ask } from '../messages';
import { askUntil } from '../ui/askUntil';

/** A look-up as far as it got. */
export interface LookUp {
  /** The text holds nothing to look up. */
  failure?: Failure;
  rows: LookedUp[];
  busy: boolean;
  /** Starts over with another text. `provider`: asks that one alone. */
  submit(text: string, provider?: string): void;
  /** Asks again for one ID. */
  retry(id: string): void;
  /** Forgets the text and what came of it. */
  clear(): void;
}

/**
 * The look-up box: finds the IDs in a submitted text and looks every one up.
 * The address of the page on screen goes along: it may tell what a connection does not hold.
 */
export function useLookUp(): LookUp {
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
    submit: (text: string, provider?: string) =>
      setSubmitted((before) => ({ text, provider, run: (before?.run ?? 0) + 1 })),
    retry: (id: string) => void client.refetchQueries({ queryKey: ['lookUp', id] }),
    clear: () => setSubmitted(undefined),
  };
}
