import { useEffect, useState } from 'react';
import { useAfterPaint } from '../../ui/useAfterPaint';

/** A usual table is drawn whole. Of a larger one the first rows are drawn at once; later ones still fit between two frames. */
const lots = { usual: 150, first: 10, later: 500 };

/** How many of `total` rows to render by now: a first lot at once, the rest in lots between frames, so that no call freezes the page. */
export function useIncrementalRows(total: number): number {
  const isLater = useAfterPaint();
  const [count, setCount] = useState(lots.first);
  useEffect(() => {
    if (!isLater || count >= total) return;
    const timer = setTimeout(() => setCount(count + lots.later));
    return () => clearTimeout(timer);
  }, [isLater, count, total]);
  return total <= lots.usual ? total : Math.min(count, total);
}
