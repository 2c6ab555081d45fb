import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Call } from '../../../lib/call/call';
import { asFailure, type Failure } from '../../../lib/errors';
import { leaves } from './pointer';
import { jsonText } from '../../../lib/call/jsonText';

interface Reveal {
  /** What the mask of each masked leaf looks like, by its pointer. */
  masks: ReadonlyMap<string, string>;
  /** The one leaf that is revealed, or that could not be. */
  shown?: { pointer: string; text?: string; failure?: Failure };
  /** Absent where nobody knows what is behind the masks. */
  reveal?(pointer: string): Promise<void>;
  hide(): void;
}

const RevealContext = createContext<Reveal>({ masks: new Map(), hide: () => {} });

export const useReveal = () => useContext(RevealContext);

interface RevealProviderProps {
  call: Call;
  onReveal?: (pointer: string) => Promise<string>;
  children: ReactNode;
}

/** Lets the values below it reveal what is masked, one at a time: revealing another hides the former. */
export function RevealProvider({ call, onReveal, children }: RevealProviderProps) {
  const [shown, setShown] = useState<Reveal['shown']>();
  const masks = useMemo(() => {
    const masked = new Set(call.masked);
    const found = masked.size ? leaves(call.raw).filter((leaf) => masked.has(leaf.pointer)) : [];
    return new Map(found.map(({ pointer, value }) => [pointer, jsonText(value)]));
  }, [call]);

  const value = useMemo<Reveal>(
    () => ({
      masks,
      shown,
      hide: () => setShown(undefined),
      reveal:
        onReveal &&
        (async (pointer) => {
          setShown({ pointer });
          const answer = await onReveal(pointer).then(
            (text) => ({ pointer, text }),
            (thrown: unknown) => ({ pointer, failure: asFailure(thrown) }),
          );
          // The user may have revealed another one, or hidden this one, while the answer was on its way.
          setShown((now) => (now?.pointer === pointer ? answer : now));
        }),
    }),
    [masks, shown, onReveal],
  );
  return <RevealContext value={value}>{children}</RevealContext>;
}

/**
 * The masked leaves below `pointer`, for values that a call keeps without a pointer of their own.
 * `pointerOf` finds a shown value's leaf, where exactly one looks like it; `rest` are those that none of `values` or `pointers` shows.
 */
export function useMaskedBelow(pointer: string, values: unknown[], pointers: string[]) {
  const { masks } = useReveal();
  const below = [...masks].filter(([each]) => each.startsWith(`${pointer}/`));
  const pointerOf = (value: unknown) => {
    const alike = below.filter(([, mask]) => mask === value);
    return alike.length === 1 ? alike[0]?.[0] : undefined;
  };
  const inPlace = new Set(values.map(pointerOf));
  const isShown = (each: string) =>
    inPlace.has(each) || pointers.some((shown) => each === shown || each.startsWith(`${shown}/`));
  return { pointerOf, rest: below.map(([each]) => each).filter((each) => !isShown(each)) };
}
