import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CallRef } from '../call/call';
import { useCallTools } from './useCallTools';
import type { Failure } from '../errors';
import { ask } from '../messages';
import { openFullPage } from '../browser/callLink';
import { useCall, useCallList, useConnections, useLookUp, useProviders, useRecentCalls } from './queries';
import { useReviews } from './useReviews';
import type { Connection } from '../call/connection';
import { useSingleKeys } from './useSingleKeys';
import { takeStep } from '../ui/takeStep';
import { refKey } from '../call/refKey';

/** The state of the popup and the side panel: what is looked up, which call is open, and everything a click there does. */
export function useInspector() {
  const client = useQueryClient();
  const box = useRef<{ select(): void }>(null);
  const [opened, setOpened] = useState<{ ref: CallRef; among: CallRef[] }>();
  const reviews = useReviews();
  const providers = useProviders();
  const connections = useConnections();
  const recent = useRecentCalls();
  const lookUp = useLookUp();

  const [only] = lookUp.rows;
  const single = lookUp.rows.length === 1 && only?.answer && 'found' in only.answer ? only.answer.found : undefined;
  const shown = opened?.ref ?? single?.call.ref;
  const call = useCall(shown, single && shown && refKey(single.call.ref) === refKey(shown) ? single : undefined);
  const samples = useMutation({
    mutationFn: () => ask('addSamples', {}),
    onSuccess: () => client.invalidateQueries(),
  });

  const tools = useCallTools(shown);
  const open = useCallback((ref: CallRef, among: CallRef[] = []) => setOpened({ ref, among }), []);
  const neighbours = useNeighbours(opened, open);

  return {
    box,
    tools,
    reviews,
    neighbours,
    lookUp: {
      ...lookUp,
      submit: (text: string, provider?: string) => {
        setOpened(undefined);
        lookUp.submit(text, provider);
      },
    },
    providers,
    connections: connections.data,
    recent,
    shown,
    call,
    open,
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

/** The ways to the calls before and after the open one in the list it was opened from, by button and by the keys [ and ]. */
function useNeighbours(
  opened: { ref: CallRef; among: CallRef[] } | undefined,
  open: (ref: CallRef, among: CallRef[]) => void,
): { previous?: () => void; next?: () => void } {
  const neighbours = useMemo(() => {
    const { ref, among = [] } = opened ?? {};
    const at = among.findIndex((each) => ref && refKey(each) === refKey(ref));
    const way = (to: CallRef | undefined) => at >= 0 && to && (() => open(to, among));
    return { previous: way(among[at - 1]) || undefined, next: way(among[at + 1]) || undefined };
  }, [opened, open]);
  useSingleKeys(useMemo(() => ({ '[': () => neighbours.previous?.(), ']': () => neighbours.next?.() }), [neighbours]));
  return neighbours;
}

/** The provider's own newest calls of one connection, the first until the person chooses another. */
export function useLatestCalls(connections: Connection[] | undefined) {
  const first = connections?.find((each) => !each.sample)?.id ?? connections?.[0]?.id;
  const [chosen, setChosen] = useState<string>();
  const [filters, setFilters] = useState<Record<string, string>>({});
  // Where each page begins, from the first to the one on screen: a provider tells only where the next one does.
  const [cursors, setCursors] = useState<string[]>([]);
  const connection = chosen ?? first;
  const filter = (chosenFilters: Record<string, string>) => {
    setFilters(chosenFilters);
    setCursors([]);
  };
  const list = useCallList(connection, filters, cursors.at(-1));
  const next = list.page?.next;
  return {
    ...list,
    connection,
    filters,
    choose: (id: string) => {
      setChosen(id);
      filter({});
    },
    filter,
    newer: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined,
    // While the next page comes this one stays, and with it the way to it.
    older: next === undefined ? undefined : () => setCursors(cursors.at(-1) === next ? cursors : [...cursors, next]),
  };
}
