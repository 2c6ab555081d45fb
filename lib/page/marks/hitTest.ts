import type { Mention } from '../detect/mention';

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
  const range = document.createRange();
  for (const offset of [caret!.offset, caret!.offset - 1]) {
    if (offset < 0 || offset >= node.length) continue;
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    if (left <= x && x <= right && top <= y && y <= bottom) return { node, offset };
  }
  return undefined;
}

/** Where a mention stands in the window, in CSS pixels: one rectangle a line of text. */
export function rectsOf({ place }: Mention): DOMRect[] {
  if (!('node' in place)) return [place.element.getBoundingClientRect()];
  const range = document.createRange();
  range.setStart(place.node, place.start);
  range.setEnd(place.endNode ?? place.node, place.end);
  return [...range.getClientRects()];
}
