import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { CallRef } from '../call/callRef';
import type { CallAnswer } from '../call/callAnswer';
import type { Waiting } from '../call/waiting';
import { asFailure, type Failure } from '../errors';
import { ask } from '../messages';
import { askUntil } from '../ui/askUntil';
import { openRecording, type RecordingFile } from '../ui/openRecording';
import { failureOf } from '../ui/failureOf';
import { callQuery } from '../ui/queries';
import { useWaiting } from './useWaiting';

/** One call as it is known so far, and what can be asked about it. */
export interface CallHandle {
  answer?: CallAnswer;
  failure?: Failure;
  refreshing: boolean;
  refresh(): void;
  /** Whom it waits for, and until when. */
  waiting?: Waiting;
  /** Gives up waiting. */
  stop(): void;
  /** The value behind the mask at a pointer of `call.masked`. */
  reveal(pointer: string): Promise<string>;
  openRecording(): Promise<RecordingFile>;
}

/** One call, kept up to date while it is in progress. `known` is shown at once, e.g. the answer a look-up has just brought. */
export function useCall(ref: CallRef | undefined, known?: CallAnswer): CallHandle {
  const client = useQueryClient();
  const options = callQuery(ref);
  const query = useQuery({
    ...options,
    enabled: ref !== undefined,
    initialData: known,
    refetchInterval: ({ state }) => state.data?.refreshIn ?? false,
  });
  const waitingOf = useWaiting();
  const refreshing = useRef<AbortController>(null);
  const refresh = useMutation({
    mutationFn: () => {
      refreshing.current = new AbortController();
      return askUntil(refreshing.current.signal, 'getCall', { ref: ref as CallRef, refresh: true });
    },
    onSuccess: (answer: CallAnswer) => client.setQueryData(options.queryKey, answer),
  });
  // The same function as long as it is the same call: all masked values are drawn again for another.
  const reveal = useCallback((pointer: string) => ask('reveal', { ref: ref as CallRef, pointer }), [ref]);
  return {
    answer: query.data,
    failure: (ref && failureOf(query)) ?? (refresh.error ? asFailure(refresh.error) : undefined),
    waiting: waitingOf({ connection: ref?.connection }),
    stop: () => {
      refreshing.current?.abort();
      void client.cancelQueries({ queryKey: options.queryKey });
    },
    refreshing: query.isFetching || refresh.isPending,
    refresh: () => (query.data ? refresh.mutate() : void query.refetch()),
    reveal,
    openRecording: () => openRecording((channel) => ask('openRecording', { ref: ref as CallRef, channel })),
  };
}
