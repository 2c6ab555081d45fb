import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Call } from '../../../lib/call/call';
import { pointerAt } from '../../../lib/call/jsonPointer';
import { asFailure, type Failure } from '../../../lib/errors';
import { jsonText } from '../../../lib/call/jsonText';

interface Reveal {
  /** What the mask of each masked leaf looks like, by its pointer. */
  masks: ReadonlyMap<string, string>;
  /** The masked leaves below each pointer that has some, with their masks. */
  below: ReadonlyMap<string, [pointer: string, mask: string][]>;
  /** The one leaf that is revealed, or that could not be. */
  shown?: { pointer: string; text?: string; failure?: Failure };
  /** The user's organization allows no revealing. */
  isLocked: boolean;
  /** Absent where nobody knows what is behind the masks. */
  reveal?(pointer: string): Promise<void>;
  hide(): void;
}

const RevealContext = createContext<Reveal>({ masks: new Map(), below: new Map(), isLocked: false, hide: () => {} });

export const useReveal = () => useContext(RevealContext);

interface RevealProviderProps {
  call: Call;
  onReveal?: (pointer: string) => Promise<string>;
  isLocked?: boolean;
  children: ReactNode;
}

/** Lets the values below it reveal what is masked, one at a time: revealing another hides the former. */
export function RevealProvider({ call, onReveal, isLocked = false, children }: RevealProviderProps) {
  const [shown, setShown] = useState<Reveal['shown']>();
  const masks = useMemo(() => {
    const found = call.masked.map((pointer) => [pointer, pointerAt(call.raw, pointer)] as const);
    return new Map(found.flatMap(([pointer, value]) => (value === undefined ? [] : [[pointer, jsonText(value)]])));
  }, [call]);

  const below = useMemo(() => {
    const all = new Map<string, [string, string][]>();
    for (const [pointer, mask] of masks) {
      for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
        const above = pointer.slice(0, end);
        const known = all.get(above);
        if (known) known.push([pointer, mask]);
        else all.set(above, [[pointer, mask]]);
      }
    }
    return all;
  }, [masks]);

  const value = useMemo<Reveal>(
    () => ({
      masks,
      below,
      isLocked,
      shown: isLocked ? undefined : shown,
      hide: () => setShown(undefined),
      reveal: isLocked
        ? undefined
        : onReveal &&
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
    [masks, below, shown, onReveal, isLocked],
  );
  return <RevealContext value={value}>{children}</RevealContext>;
}

/**
 * The masked leaves below `pointer`, for values that a call keeps without a pointer of their own.
 * `pointerOf` finds a shown value's leaf, where exactly one looks like it; `rest` are those that none of `values` or `pointers` shows.
 */
export function useMaskedBelow(pointer: string, values: unknown[], pointers: string[]) {
  const below = useReveal().below.get(pointer) ?? [];
  const pointerOf = (value: unknown) => {
    const alike = below.filter(([, mask]) => mask === value);
    return alike.length === 1 ? alike[0]?.[0] : undefined;
  };
  const inPlace = new Set(values.map(pointerOf));
  const isShown = (each: string) =>
    inPlace.has(each) || pointers.some((shown) => each === shown || each.startsWith(`${shown}/`));
  return { pointerOf, rest: below.map(([each]) => each).filter((each) => !isShown(each)) };
}
