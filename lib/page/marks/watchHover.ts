import { elementOf, type Mention } from '../detect/mention';
import type { MentionStore } from '../mentionStore';
import { elementAt, contains, liesOpen, rectsOf, textAt } from './hitTest';
import type { Highlighter } from './highlighter';

/** Milliseconds the pointer rests on a mark before the card opens, and off both before it closes. */
const rest = 300;
/** With more mentions near the screen than this only those are met that the pointer reaches. */
const mostBelow = 500;

interface HoverOptions {
  store: MentionStore;
  highlighter: Highlighter;
  roots: ReadonlySet<ShadowRoot>;
  near: ReadonlySet<Mention>;
  /** Whether our card is on top at a point of the window. */
  isOwn(x: number, y: number): boolean;
  /** Has each move told before the page hears of it. */
  hear: ((moved: PointerListener | undefined) => void) | undefined;
  enter(mention: Mention): void;
  leave(): void;
  signal: AbortSignal;
}

export type PointerListener = (event: PointerEvent) => void;

interface FromPoint {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): { ranges: AbstractRange[] }[];
}

/** Tells when the pointer rests on a mention, and when it left it and our card. Trusted moves only; nothing without moves. */
export function watchHover({ store, highlighter, roots, near, isOwn, hear, enter, leave, signal }: HoverOptions): void {
  let point: { x: number; y: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: Mention | undefined;
  let since = 0;
  /** What the card tells about, or may. */
  let entered: Mention | undefined;

  function look(): void {
    timer = undefined;
    if (!point || signal.aborted) return;
    const now = performance.now();
    if (isOwn(point.x, point.y)) {
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
      entered = mention;
      enter(mention);
    } else if (entered) {
      entered = undefined;
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
    return (field && store.at(field)[0]) ?? below(x, y);
  }

  /** The mention that is seen at a point and takes no pointer itself, or not there: links and drag layers lie over whole rows. */
  function below(x: number, y: number): Mention | undefined {
    if (near.size > mostBelow) return undefined;
    for (const mention of near) {
      const isThere = rectsOf(mention).some((rect) => contains(rect, x, y));
      const element = isThere && elementOf(mention);
      if (element && liesOpen(element, x, y)) return mention;
    }
    return undefined;
  }

  const options = { capture: true, passive: true, signal };
  function moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    point = { x: event.clientX, y: event.clientY };
    timer ??= setTimeout(look, 80);
  }
  addEventListener('pointermove', moved, options);
  hear?.(moved);
  signal.addEventListener('abort', () => hear?.(undefined));
  document.documentElement.addEventListener('pointerleave', () => (point = undefined), { passive: true, signal });
  addEventListener(
    'scroll',
    ({ target }) => {
      if (!entered || !(target instanceof Node) || !target.contains(elementOf(entered))) return;
      entered = undefined;
      leave();
    },
    options,
  );
}
