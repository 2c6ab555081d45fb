import { askRange } from './askRange';
import type { Reason } from './judgeToken';

/**
 * Where a page shows an ID: characters of one text node, or up to `end` in a later one; or an element: an input whose value it is, a link
 * that leads to it.
 */
export type Place = { node: Text; start: number; end: number; endNode?: Text } | { element: HTMLElement };

/** A place on a page that shows a call ID. What is known of its call is kept by `confirmer`. */
export interface Mention {
  id: string;
  providers: string[];
  reason: Reason | 'rule';
  /** The words beside it that say call ID, as the page writes them. */
  label?: string;
  place: Place;
  /** What the place showed when it was found; the ID, where it is absent. */
  shown?: string;
}

/** The text node that a mention begins in, or the element that it is; and the character of that text. */
export const nodeOf = ({ place }: Mention): Text | HTMLElement => ('node' in place ? place.node : place.element);
export const startOf = ({ place }: Mention): number => ('node' in place ? place.start : 0);

/** The element a mention is in or is; the host where the text stands in a shadow root by itself. */
export function elementOf({ place }: Mention): Element | null {
  return 'element' in place ? place.element : parentOf(place.node);
}

/** The element a text stands in, or the host of the shadow root that it stands in by itself. */
export const parentOf = ({ parentElement, parentNode }: Text): Element | null =>
  parentElement ?? (parentNode as Partial<ShadowRoot> | null)?.host ?? null;

/** The mention's characters as a range for `Highlight`; none for inputs and links. */
export function rangeOf({ place }: Mention): StaticRange | undefined {
  if (!('node' in place)) return undefined;
  const { node, start, end, endNode = node } = place;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: endNode, endOffset: end });
}

/** What a place shows now; nothing when it has left the document. */
export function shownAt(place: Place): string | undefined {
  if (!('node' in place)) {
    const { element } = place;
    if (!element.isConnected) return undefined;
    return element instanceof HTMLInputElement ? element.value : (element.getAttribute('href') ?? '');
  }
  const { node, start, end, endNode } = place;
  if (!node.isConnected) return undefined;
  if (!endNode) return node.data.slice(start, end);
  if (!endNode.isConnected) return undefined;
  return askRange(node, start, endNode, Math.min(end, endNode.length), String);
}

/** Whether the mention still shows its ID: its node is in the document and unchanged. Virtual lists recycle their rows. */
export const isCurrent = ({ id, place, shown = id }: Mention): boolean => shownAt(place) === shown;

/** Whether the mention is displayed: CRMs keep the panes of other records in the document. May make the page compute styles. */
export function isShown(mention: Mention): boolean {
  const element = elementOf(mention);
  return (
    element?.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? element?.isConnected ?? false
  );
}
