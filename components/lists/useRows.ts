import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const entryOf = (of: EventTarget) => (of instanceof Element ? of.closest<HTMLElement>('[data-entry]') : null);
const current = '[data-entry] [tabindex="0"]';

/** Makes an entry the only one that Tab comes to. */
function enter(entry: HTMLElement, holder: HTMLElement): void {
  for (const each of holder.querySelectorAll<HTMLElement>(current)) each.tabIndex = -1;
  for (const each of entry.querySelectorAll<HTMLElement>('[data-row], [data-check]')) each.tabIndex = 0;
}

/**
 * The keys of a list of calls: up and down, Home and End go from row to row, `x` selects, and Tab comes to one row alone. An entry of the
 * list has `data-entry`, in it the row's button `data-row` and its check box `data-check`, both drawn with a `tabIndex` of -1: which
 * one Tab comes to is no state of React's, so that a list of thousands is not drawn again at every key.
 */
export function useRows<E extends HTMLElement>(): {
  ref: RefObject<E | null>;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: { target: EventTarget }): void;
} {
  const ref = useRef<E>(null);
  useEffect(() => {
    const first = ref.current?.querySelector<HTMLElement>('[data-entry]:has([data-row])');
    if (ref.current && first && !ref.current.querySelector(current)) enter(first, ref.current);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = entryOf(event.target);
    if (!entry || !ref.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...ref.current.querySelectorAll<HTMLElement>('[data-row]')];
    const at = all.findIndex((row) => entry.contains(row));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to]?.focus();
    else if (event.key === 'x') entry.querySelector<HTMLElement>('[data-check]')?.click();
    else return;
    event.preventDefault();
    // `x` and arrows that are commands elsewhere are none here.
    event.stopPropagation();
  };
  const onFocus = ({ target }: { target: EventTarget }) => {
    const entry = entryOf(target);
    if (entry && ref.current) enter(entry, ref.current);
  };
  return { ref, onKeyDown, onFocus };
}
