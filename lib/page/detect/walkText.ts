import { locate, textOf } from './locate';
import { reach, type Prefilter } from './prefilter';

/** More elements than this are not read at once: reading the text of 10,000 takes a millisecond. */
const manyElements = 2_000;
/** A text that may go on in the next one. */
const isRun = /^\w*$/;
/** Characters searched at once. */
const piece = 65_536;
/** In a longer text than this not every number is judged for a label elsewhere, even where there may be one. */
const labelledLimit = 16_384;
/** Siblings whose text is read at once. */
const groupSize = 1_024;

/**
 * Visits every text node below `root` where the prefilter sees a chance, with the offset in it, and pauses in between. Whole subtrees are
 * dismissed by their text, which the browser joins ten times faster than a walk visits the nodes; only where that text may
 * hold an ID, its nodes are walked. `visit` returns where the judged token ends; later offsets before that are not visited.
 */
export function* walkText(
  root: Node,
  isOpen: Prefilter,
  visit: (node: Text, at: number) => number,
  labelled = false,
): Generator<undefined> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** The texts just before the one that is read. */
  let recent: string[] = [];
  let size = 0;

  const before = () => {
    let text = '';
    for (let index = recent.length - 1; index >= 0 && text.length < reach; index--)
      text = `${recent[index]!.slice(-reach)}\n${text}`;
    return text;
  };

  /** Walks to the text nodes that hold the offsets, in order, into a node's text. */
  function enter(node: Node, offsets: number[]): void {
    let [begin, done] = [0, 0];
    walker.currentNode = node;
    let text = (node.nodeType === Node.TEXT_NODE ? node : walker.nextNode()) as Text | null;
    const next = (at: Text): Text | null => {
      begin += at.length;
      done = 0;
      return walker.nextNode() as Text | null;
    };
    for (const offset of offsets) {
      while (text && offset >= begin + text.length) text = next(text);
      if (!text || offset - begin < done) continue;
      let run = text.data.slice(offset - begin);
      done = visit(text, offset - begin);
      // Cells are glued together: what seems to go on in the next text is another number.
      while (text && isRun.test(run)) {
        text = next(text);
        run = text?.data ?? '';
        if (/^\w/.test(run)) done = visit(text!, 0);
      }
    }
  }

  /** Reads one node whole, in pieces when its text is long. */
  function* take(node: Node): Generator<undefined> {
    const text = textOf(node);
    if (text.length > 2 * piece) {
      const offsets = yield* search(text);
      if (offsets.length > 0) enter(node, offsets);
      recent = [text];
    } else if (labelled && text.length >= labelledLimit && node.firstChild && !isLarge(node)) yield* divide(node);
    else if (text.length > 0) judge(node, text);
    if (size < piece) return;
    size = 0;
    recent = recent.slice(-8);
    yield;
  }

  function judge(node: Node, text: string): void {
    const offsets = isOpen(text, before, labelled && text.length < labelledLimit);
    if (offsets.length > 0) enter(node, offsets);
    recent.push(text);
    size += text.length;
  }

  function* search(text: string): Generator<undefined, number[]> {
    const offsets: number[] = [];
    for (let from = 0; from < text.length; from += piece) {
      const first = Math.max(0, from - reach);
      for (const at of isOpen(text.slice(first, from + piece + reach), before, false)) {
        if (first + at >= from && first + at < from + piece) offsets.push(first + at);
      }
      yield;
    }
    return offsets;
  }

  function* divide(parent: Node): Generator<undefined> {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) yield* take(child);
      else if (child.nodeType !== Node.ELEMENT_NODE || unread.test((child as Element).localName)) continue;
      else if (isLarge(child)) yield* large(child);
      else yield* take(child);
    }
  }

  /** Many children: read in groups, without a look at the children that show nothing. */
  function* list(parent: Node): Generator<undefined> {
    const children = parent.childNodes;
    for (let from = 0; from < children.length; from += groupSize) {
      const count = Math.min(groupSize, children.length - from);
      const text = textOfNext(parent, from, children[from + count - 1]!);
      const offsets = text.length > 4 * piece ? yield* search(text) : isOpen(text, before, false);
      let visited = 0;
      for (const [child, inside, length] of locate(children, from, count, text, offsets)) {
        if (length > labelledLimit && child.nodeType === Node.ELEMENT_NODE && isLarge(child)) yield* large(child);
        else enter(child, inside);
        if (++visited % 4 === 0) yield;
      }
      recent = [text];
      yield;
    }
    range.setEnd(document, 0);
  }

  const large = (node: Node) => (node.childNodes.length > 64 ? list(node) : divide(node));

  const top = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).documentElement : root;
  if (!labelled && top.nodeType === Node.ELEMENT_NODE && isLarge(top)) yield* large(top);
  else if (top.nodeType === Node.DOCUMENT_FRAGMENT_NODE) yield* divide(top);
  else yield* take(top);
}

/**
 * One range for all reading, at the document's start at rest: the page pays for every live one on each of its changes. A list is read
 * onwards from where it ends, because setting a boundary walks all siblings before it.
 */
const range = new Range();

/** The joined text of the children of `parent` from index `from` to `last`. */
function textOfNext(parent: Node, from: number, last: Node): string {
  range.collapse();
  if (range.startContainer !== parent || range.startOffset !== from) range.setStart(parent, from);
  range.setEndAfter(last);
  return range.toString();
}

const unread = /^(?:script|style|noscript|template)$/;

/** Whether an element holds too many others to be read at once. Asked of the browser's own count, which stops there. */
export const isLarge = (node: Node): boolean => isOver(node, manyElements);

/** Whether there are more elements than `count` below a node. A shadow root is not asked: its browser has no count of its own. */
export const isOver = (node: Node, count: number): boolean =>
  (node as Partial<Element>).getElementsByTagName?.('*').item(count) != null;
