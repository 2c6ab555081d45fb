import { tableReader } from '../detect/tables';
import { isUuid, uuidPattern } from '../detect/uuid';

/** What a user pointed at: the text that is the ID, the words that name it if any, and where it stands. */
export interface Pick {
  id: string;
  label?: string;
  /** Absent for inputs, whose text has no range. */
  range?: StaticRange;
}

const word = /[\w-]/;

/** The ID around a character of a text node: letters, digits, `_` and `-` without a break. */
export function pickText(node: Text, offset: number): Pick | undefined {
  let [start, end] = [offset, offset];
  while (start > 0 && word.test(node.data[start - 1]!)) start--;
  while (end < node.length && word.test(node.data[end]!)) end++;
  const id = node.data.slice(start, end);
  if (!isId(id)) return undefined;
  const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
  const before = labelIn(
    node.data
      .slice(0, start)
      .split(/[\n.;|·]/)
      .at(-1),
  );
  return { id, range, ...labelled(before ?? labelOf(node)) };
}

/** The ID an input holds. */
export function pickInput(input: HTMLInputElement): Pick | undefined {
  const id = input.value.trim();
  if (input.type === 'password' || !isId(id)) return undefined;
  const own = [input.labels?.[0]?.textContent, input.ariaLabel, input.placeholder].map(labelIn).find(Boolean);
  return { id, ...labelled(own ?? labelOf(input)) };
}

/** An expression for texts like this one: the same beginning before `_` or `-`, the same kinds of characters, the same length. */
export function patternLike(id: string): string {
  if (isUuid(id)) return `\\b${uuidPattern}\\b`;
  const [, prefix = '', rest = ''] = /^([A-Za-z]+[_-])?(.*)$/.exec(id)!;
  const kind = /^\d+$/.test(rest) ? '\\d' : /^[0-9a-f]+$/.test(rest) ? '[0-9a-f]' : '[\\w-]';
  return `\\b${prefix}${kind}{${rest.length}}\\b`;
}

const isId = (text: string) => text.length >= 3 && text.length <= 64 && /\d/.test(text) && /^[\w-]+$/.test(text);
const labelled = (label: string | undefined) => (label ? { label } : {});

function labelIn(text: string | null | undefined): string | undefined {
  const label = text
    ?.replace(/\s+/g, ' ')
    .replace(/[\s:*#]+$/, '')
    .trim();
  return label && label.length <= 60 && /\p{L}/u.test(label) ? label : undefined;
}

/** The words nearest before a value: the header of its column, or the text or element that stands before it. */
function labelOf(value: Node): string | undefined {
  for (let at: Node | null = value, level = 0; at && level < 6; at = at.parentNode, level++) {
    if (at instanceof Element) {
      const aria = labelIn(at.getAttribute('aria-label'));
      if (aria) return aria;
      const header = at.matches('td,[role="gridcell"],[role="cell"]') ? headers().byColumn(at)?.label : undefined;
      if (header) return header;
    }
    for (let other = at.previousSibling; other; other = other.previousSibling) {
      const label = labelIn(other.textContent);
      if (label) return label;
      if (other.textContent?.trim()) return undefined;
    }
  }
  return undefined;
}

/** Reads the words of headers, whatever they say. */
const headers = () =>
  tableReader({
    read(header) {
      const label = labelIn(header.textContent);
      return label ? { label } : undefined;
    },
    join: () => undefined,
  });
