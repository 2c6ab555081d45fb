import { rangeOf, type Mention } from '../detect/mention';
import { inheritsMarks, markRules, nameOf, type Look } from './markStyle';

/**
 * Marks mentions by CSS Custom Highlights: no element of the page is touched. The rules come with the content script, before the page's
 * own: added to a page on screen they cost a computation of all its styles, 0.9 s on one of 140,000 elements. Where they did not come, the
 * document adopts them; where they do not reach into shadow roots, each root with a mark does.
 */
export function painter(roots: ReadonlySet<ShadowRoot>) {
  const inherits = inheritsMarks();
  let sheet: CSSStyleSheet | undefined;
  let isFirst = true;
  const painted = new Map<Mention, { range: StaticRange; look: Look }>();
  const byRange = new Map<AbstractRange, Mention>();
  const highlights = new Map<Look, Highlight>();

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

  function highlight(look: Look): Highlight {
    let own = highlights.get(look);
    if (!own) {
      highlights.set(look, (own = new Highlight()));
      own.priority = look === 'here' ? 1 : 0;
      CSS.highlights.set(nameOf(look), own);
    }
    return own;
  }

  function clear(mention: Mention): void {
    const mark = painted.get(mention);
    if (!mark) return;
    highlights.get(mark.look)?.delete(mark.range);
    painted.delete(mention);
    byRange.delete(mark.range);
  }

  return {
    /** Marks a mention, or changes its mark; without a look removes it. Inputs and links without text are not marked. */
    paint(mention: Mention, look: Look | undefined): void {
      if (painted.get(mention)?.look === look) return;
      clear(mention);
      const range = look && rangeOf(mention);
      if (!range) return;
      reach(range.startContainer);
      highlight(look).add(range);
      painted.set(mention, { range, look });
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
      for (const [look, own] of highlights)
        if (CSS.highlights.get(nameOf(look)) === own) CSS.highlights.delete(nameOf(look));
      for (const root of sheet ? [document, ...roots] : [])
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

export type Painter = ReturnType<typeof painter>;
