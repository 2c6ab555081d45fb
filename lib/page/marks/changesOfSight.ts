import { frames } from './sightReader';

/** Milliseconds after a change that may show or hide something, and at least so many times what the last look took. */
const soon = 120;
const share = 50;

interface SightOptions {
  roots: ReadonlySet<ShadowRoot>;
  signal: AbortSignal;
  /** Looks at what is known again. */
  look(): void;
  /** What may be edited now, is text no more, or the other way round. */
  edited(): void;
}

/**
 * Has what is known looked at again after whatever may fade it, uncover it or take it away: attributes, which stylesheets go by, and the end of
 * transitions. Of the frames around this one as well, as far as they are of the same origin. Nothing runs on a page at rest, and no
 * more than one part in fifty of the time on one that never rests.
 */
export function changesOfSight({ roots, signal, look, edited }: SightOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;
  let isFading = false;
  const heard = new Set<Document | ShadowRoot>();

  const observer = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => attributeName === 'contenteditable')) edited();
    ask();
  });

  function listen(root: Document | ShadowRoot): void {
    if (heard.has(root)) return;
    heard.add(root);
    observer.observe(root, { subtree: true, attributes: true });
    for (const type of ['transitionend', 'animationend', 'toggle', 'close'])
      root.addEventListener(type, ask, { capture: true, passive: true, signal });
  }

  function ask(): void {
    timer ??= setTimeout(work, Math.max(soon, took * share));
  }

  function work(): void {
    timer = undefined;
    if (document.hidden || signal.aborted) return;
    for (const root of roots) listen(root);
    const began = performance.now();
    if (isFading) hearEnds();
    look();
    took = performance.now() - began;
  }

  /** Of the end of an animation that a script began, nothing but the animation tells. */
  function hearEnds(): void {
    isFading = false;
    for (const root of heard)
      for (const animation of root.getAnimations())
        animation.addEventListener('finish', ask, { passive: true, signal });
  }

  listen(document);
  for (const frame of frames()) {
    listen(frame.ownerDocument);
    // Loses its place, or gets one: no attribute tells where a style did it.
    const resized = new ResizeObserver(ask);
    resized.observe(frame);
    signal.addEventListener('abort', () => resized.disconnect());
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  ask();
  return {
    /** Asks for a look. */
    ask,
    /** Something begins to fade: asks for a look now, and for one when it is faded. */
    fading(): void {
      isFading = true;
      ask();
    },
  };
}
