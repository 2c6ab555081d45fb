import { useMemo } from 'react';
import { singleKeysItem } from '../storage/items';
import { setStored, useStored } from './useStored';

/** Whether single keys are commands, and the way to change that: they can be switched off (WCAG 2.1.4). */
export interface SingleKeySwitch {
  isOn: boolean;
  onSwitch(on: boolean): void;
}

const onSwitch = (on: boolean) => void setStored(singleKeysItem, on);

export function useSingleKeySwitch(): SingleKeySwitch {
  const isOn = useStored(singleKeysItem);
  // The same object as long as nothing changes: all that reads it is drawn again for another.
  return useMemo(() => ({ isOn, onSwitch }), [isOn]);
}
