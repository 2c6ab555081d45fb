import { useEffect, useState } from 'react';
import { useLater } from './useLater';

/** A usual call is drawn whole. Of a larger one the first rows are drawn with it, which waits for them; later ones still fit between two frames. */
const lots = { usual: 150, first: 10, later: 500 };

/** How many of `total` rows to render by now: a first lot at once, the rest in lots between frames, so that no call freezes the page. */
export function useGrowing(total: number): number {
  const isLater = useLater();
  const [count, setCount] = useState(lots.later);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + lots.later));
    return () => clearTimeout(timer);
  }, [count, total]);
  if (total <= lots.usual) return total;
  return Math.min(isLater ? count : lots.first, total);
}
