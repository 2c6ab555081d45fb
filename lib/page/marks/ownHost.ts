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
        const isOnTop = document.elementFromPoint(x, y) === host && target.contains(root!.elementFromPoint(x, y));
        return isSeen && isOnTop;
      };
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
