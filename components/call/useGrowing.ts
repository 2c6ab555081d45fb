import { useEffect, useState } from 'react';

/** A first lot fills a screen; a later one fits between two frames. */
const lots = { first: 50, later: 250 };

/** How many of `total` rows to render by now: a first lot at once, the rest in lots between frames, so that no call freezes the page. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(lots.first);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + lots.later));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
