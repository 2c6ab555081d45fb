import cardRules from './card.css?inline';

/**
 * Our one element in the page: made when first needed, its shadow root closed. What it shows stands in the browser's top layer, so
 * that no style of the page reaches or covers it.
 */
export function ownHost() {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;

  return {
    node: () => host,
    root(): ShadowRoot {
      if (!root) {
        host = document.createElement('div');
        root = host.attachShadow({ mode: 'closed' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(cardRules);
        root.adoptedStyleSheets.push(sheet);
        // Keys pressed here are not the page's shortcuts.
        for (const type of ['keydown', 'keyup', 'keypress'])
          root.addEventListener(type, (event) => event.stopPropagation());
      }
      if (!host!.isConnected) document.documentElement.append(host!);
      return root;
    },
    /** Whether the page left our element as it is: seen, not see-through, and on top at the middle of `target`. */
    isInPlain(target: HTMLElement): boolean {
      const { left, top, width, height } = target.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const veiled = [host, document.body, document.documentElement].some(
        (over) => over && Number(getComputedStyle(over).opacity) <= 0.6,
      );
      return !veiled && document.elementFromPoint(x, y) === host && target.contains(root!.elementFromPoint(x, y));
    },
    stop(): void {
      host?.remove();
    },
  };
}

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
