import { useEffect, useState } from 'react';
import { useLater } from './useLater';

/** A usual table is drawn whole with its call; a larger one after it, in lots that still fit between two frames. */
const lots = { usual: 150, later: 500 };

/** How many of `total` rows to render by now, so that no call freezes the page. */
export function useGrowing(total: number): number {
  const isLater = useLater();
  const [count, setCount] = useState(lots.later);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + lots.later));
    return () => clearTimeout(timer);
  }, [count, total]);
  if (total <= lots.usual) return total;
  return Math.min(isLater ? count : 0, total);
}
