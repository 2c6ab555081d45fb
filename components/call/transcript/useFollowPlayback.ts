import { useEffect, useMemo, useState } from 'react';

const scrollKeys = new Set(['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Whether the view moves along with what is played: until the user scrolls, by wheel, touch, key or scrollbar. */
export function useFollowPlayback() {
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    const pause = () => setOn(false);
    const onKey = ({ key }: KeyboardEvent) => {
      if (scrollKeys.has(key)) pause();
    };
    const onPress = ({ clientX, target }: PointerEvent) => {
      const { documentElement } = document;
      if (target === documentElement && clientX >= documentElement.clientWidth) pause();
    };
    addEventListener('wheel', pause, { passive: true });
    addEventListener('touchmove', pause, { passive: true });
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('wheel', pause);
      removeEventListener('touchmove', pause);
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
    };
  }, []);
  return useMemo(() => ({ isOn, pause: () => setOn(false), resume: () => setOn(true) }), [isOn]);
}
