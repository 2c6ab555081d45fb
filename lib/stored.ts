import { useEffect, useState } from 'react';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** A stored item's value, now and whenever any page changes it; its fallback until it is read. */
export function useStored<T>(item: WxtStorageItem<T, Record<string, unknown>>): T {
  const [value, setValue] = useState(item.fallback);
  useEffect(() => {
    let isCurrent = true;
    const show = (now: T | null) => {
      if (isCurrent) setValue(now ?? item.fallback);
    };
    void item.getValue().then(show);
    const stop = item.watch(show);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [item]);
  return value;
}
