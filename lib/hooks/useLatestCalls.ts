import { useState } from 'react';
import type { Connection } from '../call/connection';
import { useCallList } from './useCallList';

/** The provider's own newest calls of one connection, the first until the user chooses another. */
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
