import { askRange } from '../detect/askRange';
import type { Mention } from '../detect/mention';
import { outer } from './outer';

/** The innermost element at a point, through the shadow roots that were met. */
export function elementAt(x: number, y: number, roots: ReadonlySet<ShadowRoot>): Element | null {
  const inside = new Map([...roots].map((root) => [root.host, root]));
  let element = document.elementFromPoint(x, y);
  for (let root = element && inside.get(element); root; root = element && inside.get(element)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

/** The character at a point: its text node and offset; only if the point is on the text, not beside it. */
export function textAt(
  x: number,
  y: number,
  roots: ReadonlySet<ShadowRoot>,
): { node: Text; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...roots] });
  const node = caret?.offsetNode;
  if (!(node instanceof Text)) return undefined;
  for (const offset of [caret!.offset, caret!.offset - 1]) {
    if (offset < 0 || offset >= node.length) continue;
    const rect = askRange(node, offset, node, offset + 1, (character) => character.getBoundingClientRect());
    if (contains(rect, x, y)) return { node, offset };
  }
  return undefined;
}

/** Whether a point is in a rectangle of the window. */
export const contains = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** Whether an element is seen at a point: all that lies over it there and takes the pointer can be seen through. */
export function liesOpen(element: Element, x: number, y: number): boolean {
  const around = new Set<Element>();
  for (let at: Element | null = element; at; at = outer(at)) around.add(at);
  for (const root of new Set([...around].map((each) => each.getRootNode() as Document | ShadowRoot)))
    for (const above of root.elementsFromPoint(x, y)) {
      if (around.has(above)) break;
      if (!isSeeThrough(above)) return false;
    }
  return true;
}

function isSeeThrough(element: Element): boolean {
  if (/^(?:img|video|canvas|iframe|embed|object)$/.test(element.localName)) return false;
  const { backgroundColor, backgroundImage, backdropFilter, opacity } = getComputedStyle(element);
  const isClear =
    /(?:, 0|\/ 0)\)$/.test(backgroundColor) && backgroundImage === 'none' && (backdropFilter || 'none') === 'none';
  return isClear || opacity === '0';
}

/** Where a mention stands in the window, in CSS pixels: one rectangle a line of text. */
export function rectsOf({ place }: Mention): DOMRect[] {
  if (!('node' in place)) return [place.element.getBoundingClientRect()];
  const { node, start, end, endNode = node } = place;
  return [...askRange(node, start, endNode, end, (text) => text.getClientRects())];
}
