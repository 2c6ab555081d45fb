import { elementOf, isShown, type Mention } from '../detect/mention';
import { rectsOf } from './hitTest';
import { outer } from './outer';

/**
 * Tells of mentions whether the user can see them now, by scrolling at most. For one look at many, because it remembers what
 * it knows of the elements around them. May make the page compute styles and layout.
 */
export function sightReader(): (mention: Mention) => boolean {
  const open = new Map<Element, boolean>();
  let isFrameSeen: boolean | undefined;

  /** Whether nothing around an element folds it to nothing: accordions and drawers keep what they hide, in a box without room. */
  function isOpen(element: Element): boolean {
    const known = open.get(element);
    if (known !== undefined) return known;
    const around = outer(element);
    const isFolded = () =>
      ((element as HTMLElement).offsetHeight <= 1 || (element as HTMLElement).offsetWidth <= 1) &&
      /hidden|clip/.test(getComputedStyle(element).overflow);
    const answer = (!around || isOpen(around)) && !isFolded();
    open.set(element, answer);
    return answer;
  }

  return (mention) => {
    const element = elementOf(mention);
    if (!element || !isShown(mention) || !isOpen(element)) return false;
    if (!(isFrameSeen ??= frames().every(isDisplayed))) return false;
    // A link may have no room of its own around what it holds.
    const isPlace = ({ width, height }: DOMRect) => 'element' in mention.place || (width > 0 && height > 0);
    return rectsOf(mention).some((rect) => isPlace(rect) && !isBeyond(element, rect));
  };
}

const isDisplayed = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.clientHeight > 1;

/** The frame elements that a page of the same origin stands in, from the inside. */
export function frames(): Element[] {
  const found: Element[] = [];
  try {
    for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView!.frameElement)
      found.push(frame);
  } catch {
    // The next one is of another origin.
  }
  return found;
}

/** Whether a place is out of every scroll's reach: moved away before the beginning of the page, or out of the window it is fixed to. */
function isBeyond(element: Element, { left, right, top, bottom }: DOMRect): boolean {
  if (right > 0 && bottom > 0 && left < innerWidth && top < innerHeight) return false;
  const page = document.scrollingElement;
  for (let at: Element | null = element; at && at !== page; at = outer(at)) {
    if (at.scrollTop || at.scrollLeft) return false;
    if (!(at as HTMLElement).offsetParent && getComputedStyle(at).position === 'fixed') return true;
  }
  const isRightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';
  return bottom + scrollY <= 0 || (right + scrollX <= 0 && !isRightToLeft());
}
