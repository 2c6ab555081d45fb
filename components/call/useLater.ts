import { startTransition, useEffect, useState } from 'react';

/** `false` while a component is first drawn; `true` once that is on screen, so that nothing drawn then holds it up. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const goOn = () => {
      timer = setTimeout(() => startTransition(() => setLater(true)));
    };
    // A tab in the background has no frames, and nobody waits for one.
    if (document.hidden) goOn();
    const frame = document.hidden ? undefined : requestAnimationFrame(goOn);
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isLater;
}
