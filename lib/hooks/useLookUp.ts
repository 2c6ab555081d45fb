import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isIncognito } from '../browser/isIncognito';
import { pageTab } from '../browser/pageTab';
import type { LookedUp } from '../call/lookUp';
import { asFailure, type Failure } from '../errors';
import { ask } from '../messages';
import { keepAnswer, keepList, keepText, keptList, keptText } from '../storage/keptLookUp';
import { askUntil } from '../ui/askUntil';
import { failureOf } from '../ui/failureOf';
import { useWaiting } from './useWaiting';
import { askedWords, type FoundWords, plainWords, useWords } from './useWords';

/** A look-up as far as it got. */
export interface LookUp {
  /** The text holds nothing to look up. */
  failure?: Failure;
  rows: LookedUp[];
  /** Where the text is words: the calls of this session that hold them. */
  words?: FoundWords;
  busy: boolean;
  /** What stood in the box when it was last seen, where that was kept. */
  kept?: string;
  /** Keeps what stands in the box; absent where nothing is kept. */
  keep?: (text: string) => void;
  /** Starts over with another text. `provider`: asks that one alone. */
  submit(text: string, provider?: string): void;
  /** Asks again for one ID. */
  retry(id: string): void;
  /** Gives up waiting for what has not come yet. */
  stop(): void;
  /** Forgets the text and what came of it. */
  clear(): void;
}

/**
 * The look-up box: finds the IDs in a submitted text and looks every one up. `retry` asks again for one ID, `stop` gives up waiting.
 * The address of the page on screen goes along: it may tell what a connection does not hold. `keeps`: what stands in the box is kept, and a
 * list goes on where it stood when the page is opened again. `searches`: a text without an ID is searched for in the calls of this session.
 */
export function useLookUp({ keeps = false, searches = false } = {}): LookUp {
  const client = useQueryClient();
  const [submitted, setSubmitted] = useState<{ text: string; provider?: string; run: number; isKept?: boolean }>();
  const [kept, setKept] = useState<string>();
  /** Absent until it is known. */
  const [isPrivate, setIsPrivate] = useState<boolean>();
  const waitingOf = useWaiting();
  useEffect(() => {
    if (!keeps) return;
    void keptText().then(setKept);
    // Asked beforehand: a popup that closes at once has no time for two steps.
    void isIncognito().then(setIsPrivate);
    void keptList().then((list) => {
      if (!list) return;
      for (const [id, answer] of list.answers) client.setQueryData(['lookUp', id, 0], answer);
      const { text, provider } = list;
      setSubmitted((before) => before ?? { text, provider, run: 0, isKept: true });
    });
  }, [keeps, client]);

  const asked = searches && submitted ? askedWords(submitted.text) : undefined;
  const ids = useQuery({
    queryKey: ['ids', submitted],
    queryFn: async () => {
      const { text = '', provider, isKept } = submitted ?? {};
      const found = await ask('findIds', { text, provider });
      if (keeps && !isKept) await keepList(found.length > 1 ? { text, provider } : undefined);
      return found;
    },
    enabled: submitted !== undefined && asked === undefined,
    // It is answered once for each time it is submitted.
    staleTime: Infinity,
  });
  const found = ids.data ?? [];
  const failure = ids.error ? asFailure(ids.error) : undefined;
  const isPlain = searches && failure?.code === 'no-ids' && !submitted?.provider;
  const words = useWords(asked ?? (isPlain ? plainWords(submitted?.text ?? '') : undefined), submitted?.run);
  const rows = useQueries({
    queries: found.map(({ id, providers }) => ({
      queryKey: ['lookUp', id, submitted?.run],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const answer = await askUntil(signal, 'lookUp', {
          id,
          providers: submitted?.provider ? [submitted.provider] : providers,
          address: (await pageTab())?.url,
          incognito: await isIncognito(),
        });
        if (keeps) void keepAnswer(submitted?.text ?? '', id, answer);
        return answer;
      },
      staleTime: Infinity,
    })),
  });
  return {
    // Words that some call holds are no failed look-up.
    failure: words.isFetching || words.data?.calls.length ? undefined : failure,
    words: words.data,
    kept,
    keep: keeps && isPrivate === false ? (text) => void keepText(text) : undefined,
    rows: found.map(({ id, providers }, index): LookedUp => {
      const row = rows[index];
      return { id, providers, answer: row?.data, failure: row && failureOf(row), waiting: waitingOf({ providers }) };
    }),
    busy: ids.isFetching || words.isFetching || rows.some((row) => row.isFetching),
    submit: (text: string, provider?: string) =>
      setSubmitted((before) => ({ text, provider, run: (before?.run ?? 0) + 1 })),
    retry: (id: string) => void client.refetchQueries({ queryKey: ['lookUp', id] }),
    stop: () => void client.cancelQueries({ queryKey: ['lookUp'] }),
    clear: () => {
      setSubmitted(undefined);
      if (!keeps) return;
      void keepList(undefined);
      void keepText('');
    },
  };
}
