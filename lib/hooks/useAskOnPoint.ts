import { useState } from 'react';
import { ask } from '../messages';
import { askOnPointItem } from '../storage/items';
import { useStored } from './useStored';

/** Whether the providers are asked only about IDs the user points at. */
export function useAskOnPoint() {
  const stored = useStored(askOnPointItem);
  /** What the user has just chosen, until the worker has heard it. */
  const [chosen, setChosen] = useState<boolean>();
  return {
    askOnPoint: chosen ?? stored,
    setAskOnPoint: (on: boolean) => {
      setChosen(on);
      void ask('setAskOnPoint', { on })
        .catch(() => {})
        // Unless the user has chosen anew meanwhile.
        .finally(() => setChosen((now) => (now === on ? undefined : now)));
    },
  };
}
