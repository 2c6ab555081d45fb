import { useCallback, useState } from 'react';
import type { CallRef } from '../../lib/call/callRef';
import { refKey } from '../../lib/call/refKey';

export interface Selection {
  has(ref: CallRef): boolean;
  toggle(ref: CallRef): void;
  clear(): void;
  /** Those of the calls that are selected, in their order. */
  of<C extends { ref: CallRef }>(calls: C[]): C[];
}

/** Which calls of a list are selected. */
export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const has = (ref: CallRef) => keys.has(refKey(ref));
  const toggle = useCallback(
    (ref: CallRef) => setKeys((before) => before.symmetricDifference(new Set([refKey(ref)]))),
    [],
  );
  const clear = useCallback(() => setKeys(new Set()), []);
  return { has, toggle, clear, of: (calls) => calls.filter(({ ref }) => has(ref)) };
}
