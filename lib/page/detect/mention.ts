import type { Reason } from './judgeToken';

/** Where a page shows an ID: characters of one text node, or an element: an input whose value it is, a link that leads to it. */
export type Place = { node: Text; start: number; end: number } | { element: HTMLElement };

/** A place on a page that shows a call ID. What is known of its call is kept by `confirmer`. */
export interface Mention {
  id: string;
  providers: string[];
  reason: Reason | 'rule';
  /** The words beside it that say call ID, as the page writes them. */
  label?: string;
  place: Place;
}

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
  const { node, start, end } = place;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** Whether the mention still shows its ID: its node is in the document and unchanged. Virtual lists recycle their rows. */
export function isCurrent({ id, place }: Mention): boolean {
  if ('node' in place) return place.node.isConnected && place.node.data.slice(place.start, place.end) === id;
  const { element } = place;
  return (
    element.isConnected &&
    (element instanceof HTMLInputElement ? element.value : (element.getAttribute('href') ?? '')).includes(id)
  );
}

/** Whether the mention is displayed: CRMs keep the panes of other records in the document. May make the page compute styles. */
export function isShown(mention: Mention): boolean {
  const element = elementOf(mention);
  return (
    element?.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? element?.isConnected ?? false
  );
}
