import { isLonger } from './isLonger';
import type { Context } from './judgeNode';

/** Characters of a parent that is read for the value of a label in it. */
const most = 400;

/** The parts whose text may be the value of a label that `element` has as an attribute. */
export function* valuesOf({ around }: Context, element: HTMLElement): Generator<Node> {
  if (element.matches('th,[role="columnheader"]') || !around.byAttribute(element)) return;
  const { textContent, parentElement } = element;
  if (/\p{Nd}/u.test(textContent ?? '')) yield element;
  // The title of an abbreviation or an icon, which stands before its value.
  else if (parentElement && !isLonger(parentElement, most)) yield parentElement;
}
