import cardRules from './card.css?inline';
import { outer } from './outer';
import teachingRules from './teaching.css?inline';

/** What is pressed here is not the page's shortcut, nor a click beside its menus. */
const ownEvents = [
  'keydown',
  'keyup',
  'keypress',
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'focusin',
];

/**
 * Our one element in the page: made when first needed, its shadow root closed. What it shows stands in the browser's top layer, so
 * that no style of the page reaches or covers it. While a modal dialog is open it stands in there, because all else is dead then.
 */
export function ownHost(roots: ReadonlySet<ShadowRoot>) {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;

  const isAt = (x: number, y: number): boolean =>
    !!host?.isConnected && (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === host;

  return {
    node: () => host,
    /** @param near what is to be told about */
    root(near?: Element | null): ShadowRoot {
      if (!root) {
        host = document.createElement('div');
        root = host.attachShadow({ mode: 'closed' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(cardRules + teachingRules);
        root.adoptedStyleSheets.push(sheet);
        for (const type of ownEvents) root.addEventListener(type, (event) => event.stopPropagation());
      }
      const stage = modalAround(near) ?? openModals(roots).at(-1) ?? document.documentElement;
      if (host!.parentNode !== stage) stage.append(host!);
      return root;
    },
    /** Nothing is shown any more: a dialog of the page is left as it was. */
    rest(): void {
      if (host?.parentNode !== document.documentElement) host?.remove();
    },
    /** Whether what we show is on top at a point of the window. */
    isAt,
    /**
     * Tells, when asked, whether the user sees `target`: on top at its middle at that moment, and of late not covered by what lets
     * clicks through. The second only Chromium knows, a tenth of a second late. No style of the page fades what is in the top layer.
     */
    watchPlain(target: HTMLElement): () => boolean {
      let isSeen = true;
      const observer = new IntersectionObserver(
        (entries) => (isSeen = (entries.at(-1) as { isVisible?: boolean }).isVisible ?? true),
        { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      );
      observer.observe(target);
      return () => {
        const { left, top, width, height } = target.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return isSeen && isAt(x, y) && target.contains(root!.elementFromPoint(x, y));
      };
    },
    stop(): void {
      host?.remove();
    },
  };
}

const modal = 'dialog:modal';

/** The modal dialog that an element stands in. */
function modalAround(inner: Element | null | undefined): Element | undefined {
  for (let at = inner; at; at = outer(at)) if (at.matches(modal)) return at;
  return undefined;
}

const openModals = (roots: ReadonlySet<ShadowRoot>) =>
  [document, ...roots].flatMap((root) => Array.from(root.querySelectorAll(modal)));

export type OwnHost = ReturnType<typeof ownHost>;

/** An element with its texts and children. Text stays text, whatever it holds. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
