import { useDeferredValue } from 'react';

/** `false` while a component is first drawn; `true` when it is drawn again right after, giving way to the screen and the keyboard. */
export const useLater = (): boolean => useDeferredValue(true, false);
