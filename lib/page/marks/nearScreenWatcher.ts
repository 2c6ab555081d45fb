import { elementOf, isShown, type Mention } from '../detect/mention';

/** How far beyond the screen counts as near: what scrolls into view is marked before it is there. */
const margin = '400px';
/** Milliseconds before the browser looks again at the same place: looking at 500 in every frame takes a millisecond of each. */
const delay = 200;

/**
 * Tells when displayed mentions come near the screen, and when they leave; of one that is displayed elsewhere it tells once, as not
 * near. The browser watches, so a page at rest costs nothing, and a pane that is hidden is told of once it shows.
 */
export function nearScreenWatcher(seen: (mention: Mention, isNear: boolean) => void) {
  const inside = new Map<Element, Set<Mention>>();
  /** Where each was when it was met: a text that left its element does not tell any more. */
  const places = new Map<Mention, Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const mentions = [...(inside.get(target) ?? [])];
        if (isIntersecting || boundingClientRect.width > 0) {
          for (const mention of mentions) if (isShown(mention)) seen(mention, isIntersecting);
        } else if (getComputedStyle(target).display === 'contents' && target.parentElement) {
          for (const mention of mentions) {
            forget(mention);
            watch(mention, target.parentElement);
          }
        }
      }
    },
    { rootMargin: margin, scrollMargin: margin, delay } as IntersectionObserverInit,
  );

  function watch(mention: Mention, element: Element | null): void {
    if (!element) return;
    places.set(mention, element);
    const mentions = inside.get(element);
    if (mentions) mentions.add(mention);
    else inside.set(element, new Set([mention]));
    // Anew, or the browser tells only of the next change.
    observer.unobserve(element);
    observer.observe(element);
  }

  function forget(mention: Mention): void {
    const element = places.get(mention);
    if (!element) return;
    places.delete(mention);
    const mentions = inside.get(element)!;
    mentions.delete(mention);
    if (mentions.size > 0) return;
    inside.delete(element);
    observer.unobserve(element);
  }

  return {
    watch: (mention: Mention) => watch(mention, elementOf(mention)),
    forget,
    stop: () => observer.disconnect(),
  };
}
