import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CallRef } from './call';
import type { Failure } from './errors';
import { ask } from './messages';
import { openFullPage } from './panel';
import { useCall, useCallList, useConnections, useLookUp, useProviders, useRecentCalls } from './queries';
import type { Connection } from './settings';
import { takeStep } from './steps';
import { refKey } from './refKey';

/** The state of the popup and the side panel: what is looked up, which call is open, and everything a click there does. */
export function useInspector() {
  const client = useQueryClient();
  const box = useRef<{ select(): void }>(null);
  const [opened, setOpened] = useState<CallRef>();
  const providers = useProviders();
  const connections = useConnections();
  const recent = useRecentCalls();
  const lookUp = useLookUp();

  const [only] = lookUp.rows;
  const single = lookUp.rows.length === 1 && only?.answer && 'found' in only.answer ? only.answer.found : undefined;
  const shown = opened ?? single?.call.ref;
  const call = useCall(shown, single && shown && refKey(single.call.ref) === refKey(shown) ? single : undefined);
  const samples = useMutation({
    mutationFn: () => ask('addSamples', {}),
    onSuccess: () => client.invalidateQueries(),
  });

  return {
    box,
    lookUp: {
      ...lookUp,
      submit: (text: string) => {
        setOpened(undefined);
        lookUp.submit(text);
      },
    },
    providers,
    connections: connections.data,
    recent,
    shown,
    call,
    open: setOpened,
    back: () => {
      setOpened(undefined);
      if (single) lookUp.clear();
    },
    openPage: () => shown && void openFullPage(shown),
    openSettings: () => void browser.runtime.openOptionsPage(),
    addSamples: () => samples.mutate(),
    next: (step: Parameters<typeof takeStep>[0], failure: Failure, retry: () => void) =>
      void takeStep(step, failure, { retry, edit: () => box.current?.select() }),
  };
}

/** The provider's own newest calls of one connection, the first until the person chooses another. */
export function useLatestCalls(connections: Connection[] | undefined) {
  const first = connections?.find((each) => !each.sample)?.id ?? connections?.[0]?.id;
  const [chosen, setChosen] = useState<string>();
  const [page, setPage] = useState(1);
  const connection = chosen ?? first;
  return {
    ...useCallList(connection, {}, page),
    connection,
    number: page,
    choose: (id: string) => {
      setChosen(id);
      setPage(1);
    },
    turn: setPage,
  };
}
