import { rangeOf, type Mention } from '../detect/mention';
import { inheritsMarks, markRules, nameOf, type MarkStyle } from './markStyle';

/**
 * Marks mentions by CSS Custom Highlights: no element of the page is touched. The rules come with the content script, before the page's
 * own: added to a page on screen they cost a computation of all its styles, 0.9 s on one of 140,000 elements. Where they did not come, the
 * document adopts them; where they do not reach into shadow roots, each root with a mark does.
 */
export function highlighter(roots: ReadonlySet<ShadowRoot>) {
  const inherits = inheritsMarks();
  let sheet: CSSStyleSheet | undefined;
  let isFirst = true;
  const painted = new Map<Mention, { range: StaticRange; style: MarkStyle }>();
  const byRange = new Map<AbstractRange, Mention>();
  const highlights = new Map<MarkStyle, Highlight>();

  function adopt(root: Document | ShadowRoot): void {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(markRules(inherits ? ':root' : ''));
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  /** Sees to it that the rules are there for a text. */
  function reach(text: Node): void {
    if (isFirst) {
      isFirst = false;
      const style = getComputedStyle(document.documentElement, `::highlight(${nameOf('here')})`);
      if (style.textDecorationLine !== 'underline') adopt(document);
    }
    const root = inherits ? document : text.getRootNode();
    if (root instanceof ShadowRoot) adopt(root);
  }

  function highlight(style: MarkStyle): Highlight {
    let own = highlights.get(style);
    if (!own) {
      highlights.set(style, (own = new Highlight()));
      own.priority = style === 'here' ? 1 : 0;
      CSS.highlights.set(nameOf(style), own);
    }
    return own;
  }

  function clear(mention: Mention): void {
    const mark = painted.get(mention);
    if (!mark) return;
    highlights.get(mark.style)?.delete(mark.range);
    painted.delete(mention);
    byRange.delete(mark.range);
  }

  return {
    /** Marks a mention, or changes its mark; without a style removes it. Inputs and links without text are not marked. */
    paint(mention: Mention, style: MarkStyle | undefined): void {
      if (painted.get(mention)?.style === style) return;
      clear(mention);
      const range = style && rangeOf(mention);
      if (!range) return;
      reach(range.startContainer);
      highlight(style).add(range);
      painted.set(mention, { range, style });
      byRange.set(range, mention);
    },
    /** Lets a range glow for a moment, or until the returned function is called. */
    glow(range: AbstractRange, milliseconds?: number): () => void {
      reach(range.startContainer);
      const glowing = highlight('here').add(range);
      const end = () => void glowing.delete(range);
      if (milliseconds !== undefined) setTimeout(end, milliseconds);
      return end;
    },
    marked: (range: AbstractRange) => byRange.get(range),
    stop(): void {
      // After an update of the extension its next script may paint under the same names already.
      for (const [style, own] of highlights)
        if (CSS.highlights.get(nameOf(style)) === own) CSS.highlights.delete(nameOf(style));
      for (const root of sheet ? [document, ...roots] : [])
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

export type Highlighter = ReturnType<typeof highlighter>;
