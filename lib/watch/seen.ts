import { elementOf, type Mention } from '../detect/mention';

/**
 * Tells when mentions are displayed, and whether on screen: the browser watches, so a page at rest costs nothing, and a pane that
 * is hidden is told of once it shows. Each mention until it is forgotten.
 */
export function seenWatcher(seen: (mention: Mention, isOnScreen: boolean) => void) {
  const inside = new Map<Element, Set<Mention>>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const mentions = [...(inside.get(target) ?? [])];
      if (isIntersecting || boundingClientRect.width > 0) for (const mention of mentions) seen(mention, isIntersecting);
      else if (getComputedStyle(target).display === 'contents' && target.parentElement) {
        for (const mention of mentions) {
          forget(mention, target);
          watch(mention, target.parentElement);
        }
      }
    }
  });

  function watch(mention: Mention, element: Element | null = elementOf(mention)): void {
    if (!element) return;
    const mentions = inside.get(element);
    if (mentions) mentions.add(mention);
    else {
      inside.set(element, new Set([mention]));
      observer.observe(element);
    }
  }

  function forget(mention: Mention, element: Element | null = elementOf(mention)): void {
    if (!element) return;
    const mentions = inside.get(element);
    if (!mentions?.delete(mention) || mentions.size > 0) return;
    inside.delete(element);
    observer.unobserve(element);
  }

  return {
    watch: (mention: Mention) => watch(mention),
    forget: (mention: Mention) => forget(mention),
    stop: () => observer.disconnect(),
  };
}
