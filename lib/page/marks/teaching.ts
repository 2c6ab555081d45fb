import { direction, i18n, language } from '#i18n';
import { patternLike, pickInput, pickText, type Pick } from './pickId';
import { element, type OwnHost } from './ownHost';
import type { Highlighter } from './highlighter';
import { elementAt, textAt } from './hitTest';

interface TeachingOptions {
  host: OwnHost;
  highlighter: Highlighter;
  roots: ReadonlySet<ShadowRoot>;
  taught(picked: { id: string; label?: string; pattern: string }): void;
}

/**
 * Lets the user point at an ID. A veil of ours lies over the page meanwhile, so the page's own controls get none of the clicks;
 * what would be picked glows under the pointer. Ends with a pick, Escape, or by the returned function.
 */
export function teaching({ host, highlighter, roots, taught }: TeachingOptions): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const root = host.root();
  const veil = element('div', 'veil', element('div', 'banner', i18n.t('teach.hint')));
  veil.lang = language();
  veil.dir = direction();
  veil.popover = 'manual';
  veil.role = 'alert';
  root.append(veil);
  veil.showPopover();
  let fade = () => {};

  /** What stands under the veil at a point. */
  function below({ clientX: x, clientY: y }: MouseEvent): Pick | undefined {
    veil.style.pointerEvents = 'none';
    const text = textAt(x, y, roots);
    const target = elementAt(x, y, roots);
    veil.style.pointerEvents = '';
    if (target instanceof HTMLInputElement) return pickInput(target);
    return text && pickText(text.node, text.offset);
  }

  function end(): void {
    abort.abort();
    fade();
    veil.remove();
    host.rest();
  }

  const on = <E extends MouseEvent | KeyboardEvent>(type: string, listener: (event: E) => void) =>
    addEventListener(type, (event) => event.isTrusted && listener(event as E), { capture: true, signal });

  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) on(type, stopped);
  on<MouseEvent>('pointermove', (event) => {
    fade();
    const range = below(event)?.range;
    fade = range ? highlighter.glow(range) : () => {};
  });
  on<MouseEvent>('click', (event) => {
    stopped(event);
    const picked = below(event);
    if (!picked) return;
    end();
    taught({ id: picked.id, label: picked.label, pattern: patternLike(picked.id) });
  });
  on<KeyboardEvent>('keydown', (event) => {
    if (event.key !== 'Escape') return;
    stopped(event);
    end();
  });
  return end;
}

function stopped(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
