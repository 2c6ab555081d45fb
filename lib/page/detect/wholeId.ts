import type { ProviderIds } from './idShapes';
import { isLonger } from './isLonger';
import { replaced, type SeenText } from './seenText';
import { tokens, type Token } from './tokens';

/** A word that is cut by an ellipsis, or whose beginning is masked. */
const cut = /([\w-]*)\[?(?:…|\.{2,3}|[•*]{2,})\]?([\w-]*)/g;
const cutSign = /…|\.\.|••|\*\*/;
const attribute = /^(?:title|href|value|content|aria-label|data-.+)$/;
/** Levels that are looked at outside a text, and the elements of each. */
const levels = 4;
const most = 24;
/** An element that holds more text shows other things too. */
const longest = 160;

/** Reads whole IDs in the attributes around a text: of a title, a link, a button that copies. */
export function wholeIdReader(ids: ProviderIds) {
  /** The IDs in an element's attributes that begin and end so. */
  function wholesIn(element: Element, head: string, tail: string): Token[] {
    const found: Token[] = [];
    for (const name of element.getAttributeNames()) {
      const value = attribute.test(name) ? element.getAttribute(name)! : '';
      if (value.length <= head.length || value.length >= 2_000 || !value.includes(head)) continue;
      for (const token of tokens(value, ids))
        if (token.id.length > head.length + tail.length && token.id.startsWith(head) && token.id.endsWith(tail))
          found.push(token);
    }
    return found;
  }

  /** The one ID that begins and ends so, in the nearest element that has any; none where two may be meant. `isCut`: it may be beside, too. */
  function find(text: Text, head: string, tail = '', isCut = false): Token | undefined {
    let element = text.parentElement;
    for (let level = 0; element && level < levels; level++, element = element.parentElement) {
      if (level > 0 && isLonger(element, longest)) return undefined;
      const all = isCut ? [element, ...[...element.querySelectorAll('*')].slice(0, most)] : [element];
      const wholes = all.flatMap((each) => wholesIn(each, head, tail));
      if (wholes.length > 0) return wholes.every(({ id }) => id === wholes[0]!.id) ? wholes[0] : undefined;
    }
    return undefined;
  }

  /** A text with the whole IDs instead of those that it shows cut. */
  function uncut(seen: SeenText, node: Text): SeenText {
    if (!cutSign.test(seen.text)) return seen;
    let changed = seen;
    for (const { 0: shown, 1: head, 2: tail, index } of [...seen.text.matchAll(cut)].reverse()) {
      const whole = head!.length + tail!.length > 3 && find(node, head!, tail, true);
      if (whole) changed = replaced(changed, index, index + shown.length, whole.id);
    }
    return changed;
  }

  return { find, uncut };
}
