import type { Mention } from '../detect/mention';
import type { MentionStore } from '../mentionStore';
import { elementAt, textAt } from './hitTest';
import type { Highlighter } from './highlighter';

/** Milliseconds the pointer rests on a mark before the card opens, and off both before it closes. */
const rest = 300;

interface HoverOptions {
  store: MentionStore;
  highlighter: Highlighter;
  roots: ReadonlySet<ShadowRoot>;
  own(): Element | undefined;
  enter(mention: Mention): void;
  leave(): void;
  signal: AbortSignal;
}

interface FromPoint {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): { ranges: AbstractRange[] }[];
}

/** Tells when the pointer rests on a mention, and when it left it and our card. Trusted moves only; nothing without moves. */
export function watchHover({ store, highlighter, roots, own, enter, leave, signal }: HoverOptions): void {
  let point: { x: number; y: number; isOwn: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: Mention | undefined;
  let since = 0;
  let isInside = false;

  function look(): void {
    timer = undefined;
    if (!point || signal.aborted) return;
    const now = performance.now();
    if (point.isOwn) {
      over = undefined;
      since = now;
      return;
    }
    const mention = at(point.x, point.y);
    if (mention !== over) {
      over = mention;
      since = now;
    }
    if (now - since < rest) timer = setTimeout(look, rest - (now - since) + 1);
    else if (mention) {
      isInside = true;
      enter(mention);
    } else if (isInside) {
      isInside = false;
      leave();
    }
  }

  /** The mention at a point of the window. */
  function at(x: number, y: number): Mention | undefined {
    const registry = CSS.highlights as FromPoint;
    if (registry.highlightsFromPoint) {
      for (const { ranges } of registry.highlightsFromPoint(x, y, { shadowRoots: [...roots] }))
        for (const range of ranges) {
          const mention = highlighter.marked(range);
          if (mention) return mention;
        }
    } else {
      const text = textAt(x, y, roots);
      const mention =
        text &&
        store
          .at(text.node)
          .find(
            ({ place }) => 'node' in place && place.start <= text.offset && (place.endNode || text.offset < place.end),
          );
      if (mention) return mention;
    }
    const element = elementAt(x, y, roots);
    const field = element?.closest('a,input');
    return field ? store.at(field)[0] : undefined;
  }

  const options = { capture: true, passive: true, signal };
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      point = { x: event.clientX, y: event.clientY, isOwn: event.target === own() };
      timer ??= setTimeout(look, 80);
    },
    options,
  );
  document.documentElement.addEventListener('pointerleave', () => (point = undefined), { passive: true, signal });
  addEventListener(
    'scroll',
    (event) => event.target === document && isInside && ((isInside = false), leave()),
    options,
  );
}
