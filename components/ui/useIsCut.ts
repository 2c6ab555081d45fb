import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether what stands in a box is cut at its lower edge, asked again as the box changes its size; what was found last once it is shown whole.
 * `partsOf` names the boxes inside it that are cut; without it the box is.
 */
export function useIsCut(
  box: RefObject<HTMLElement | null>,
  isWhole: boolean,
  partsOf: (box: HTMLElement) => Iterable<Element> = itself,
): boolean {
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current || isWhole) return;
    const ask = () =>
      setIsCut([...partsOf(current)].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1));
    const observer = new ResizeObserver(ask);
    observer.observe(current);
    return () => observer.disconnect();
  }, [box, isWhole, partsOf]);
  return isCut;
}

const itself = (box: HTMLElement) => [box];
