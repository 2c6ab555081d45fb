import { startTransition, useEffect, useState } from 'react';

/** `false` while a component is first drawn; `true` once that is on screen, so that nothing drawn then holds it up. */
export function useAfterPaint(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const goOn = () => {
      timer = setTimeout(() => startTransition(() => setLater(true)));
    };
    // A tab in the background has no frames, and nobody waits for one.
    const frame = document.hidden ? goOn() : requestAnimationFrame(goOn);
    return () => {
      if (frame) cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isLater;
}
