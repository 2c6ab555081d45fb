import { useEffect, useState } from 'react';

const step = 500;

/** How many of `total` rows to render by now: a first lot at once, the rest in lots between frames, so that no call freezes the page. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
