import { useEffect, useState } from 'react';
import { useLater } from './useLater';

/** The first rows are drawn with the call, which waits for them; later ones still fit between two frames. */
const lots = { first: 100, later: 500 };

/** How many of `total` rows to render by now: a first lot at once, the rest in lots between frames, so that no call freezes the page. */
export function useGrowing(total: number): number {
  const isLater = useLater();
  const [count, setCount] = useState(lots.later);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + lots.later));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(isLater ? count : lots.first, total);
}
