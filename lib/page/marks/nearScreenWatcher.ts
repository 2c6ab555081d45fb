import { elementOf, type Mention } from '../detect/mention';
import { sightReader } from './sightReader';

/** Where a mention is for the user: near the screen, elsewhere on the page, or not to be seen now. */
export type Sight = 'near' | 'far' | 'hidden';

/** How far beyond the screen counts as near: what scrolls into view is marked before it is there. */
const margin = '400px';
/** Of how many elements near the screen the browser tells when they fade or are covered: it looks for each what is on top there. */
const mostFading = 100;
/** Milliseconds before the browser looks again at the same place: looking at 500 in every frame takes a millisecond of each. */
const delay = 100;

/**
 * Tells where each mention is, once that is known and whenever it changes. The browser watches what gets or loses its place, so a page at
 * rest costs nothing; what fades keeps its place, and is seen by `look`: `fading` tells when that may
 * be worth it, where nothing else did. That only Chromium knows.
 */
export function nearScreenWatcher(seen: (mention: Mention, sight: Sight) => void, fading: () => void) {
  const inside = new Map<Element, Set<Mention>>();
  /** Where each was when it was met: a text that left its element does not tell any more. */
  const places = new Map<Mention, Element>();
  /** Whether each element is near the screen, as far as it has a place there. */
  const near = new Map<Element, boolean>();
  const sights = new Map<Mention, Sight>();
  const tracked = new Set<Element>();
  const fadings = new IntersectionObserver(fading, { trackVisibility: true, delay } as IntersectionObserverInit);

  const observer = new IntersectionObserver(
    (entries) => {
      const isSeen = sightReader();
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const mentions = inside.get(target);
        if (!mentions) continue;
        near.set(target, isIntersecting);
        track(target, isIntersecting);
        const isBoxless = !isIntersecting && boundingClientRect.width === 0;
        if (isBoxless && getComputedStyle(target).display === 'contents' && target.parentElement) {
          for (const mention of mentions) {
            forget(mention);
            watch(mention, target.parentElement);
          }
        } else for (const mention of mentions) tell(mention, isSeen);
      }
    },
    { rootMargin: margin, scrollMargin: margin, delay } as IntersectionObserverInit,
  );

  function track(element: Element, isNear: boolean): void {
    if (!isNear && tracked.delete(element)) fadings.unobserve(element);
    if (!isNear || tracked.size >= mostFading) return;
    tracked.add(element);
    fadings.observe(element);
  }

  function tell(mention: Mention, isSeen: (mention: Mention) => boolean): void {
    const isNear = near.get(places.get(mention)!);
    if (isNear === undefined) return;
    const sight = isSeen(mention) ? (isNear ? 'near' : 'far') : 'hidden';
    if (sights.get(mention) === sight) return;
    sights.set(mention, sight);
    seen(mention, sight);
  }

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
    sights.delete(mention);
    const mentions = inside.get(element)!;
    mentions.delete(mention);
    if (mentions.size > 0) return;
    inside.delete(element);
    near.delete(element);
    track(element, false);
    observer.unobserve(element);
  }

  return {
    watch: (mention: Mention) => watch(mention, elementOf(mention)),
    forget,
    /** Looks at all of them again. */
    look(): void {
      const isSeen = sightReader();
      for (const mention of places.keys()) tell(mention, isSeen);
    },
    stop(): void {
      observer.disconnect();
      fadings.disconnect();
    },
  };
}
