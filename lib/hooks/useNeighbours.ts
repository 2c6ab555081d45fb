import { useEffect, useMemo } from 'react';
import type { CallRef } from '../call/callRef';
import { refKey } from '../call/refKey';
import { singleKeysItem } from '../storage/items';
import { listenForKeys } from '../ui/singleKeys';
import { useStored } from './useStored';

/** The ways to the calls before and after the open one in the list it was opened from, by button and by the keys [ and ]. */
export function useNeighbours(
  opened: { ref: CallRef; among: CallRef[] } | undefined,
  open: (ref: CallRef, among: CallRef[]) => void,
): { previous?: () => void; next?: () => void } {
  const neighbours = useMemo(() => {
    const { ref, among = [] } = opened ?? {};
    const at = among.findIndex((each) => ref && refKey(each) === refKey(ref));
    const way = (to: CallRef | undefined) => at >= 0 && to && (() => open(to, among));
    return { previous: way(among[at - 1]) || undefined, next: way(among[at + 1]) || undefined };
  }, [opened, open]);
  const isOn = useStored(singleKeysItem);
  useEffect(() => {
    if (!isOn) return;
    return listenForKeys({ '[': () => neighbours.previous?.(), ']': () => neighbours.next?.() });
  }, [isOn, neighbours]);
  return neighbours;
}
