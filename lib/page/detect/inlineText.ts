import { isSilent } from './seenWords';

/** Characters read to each side of a text node. */
const reach = 120;

/** Text nodes that the eye reads as one text: search hits, bold parts, what a translator or a framework split. */
export interface InlineText {
  nodes: Text[];
  /** Where each node's text begins in the joined text. */
  starts: number[];
  text: string;
}

type Side = 'previous' | 'next';

/**
 * Joins a text node with what stands beside it in the same line, as far as only inline elements stand between: to the ends of the words
 * that it shares, or with `isWide` a short way further. `isLabel`: whether a text ends with a label, which is no part of a word behind it.
 */
export function inlineText(node: Text, isLabel: (text: string) => boolean, isWide = false): InlineText {
  const nodes = [
    ...beside(node, 'previous', isLabel, isWide).reverse(),
    node,
    ...beside(node, 'next', isLabel, isWide),
  ];
  const starts: number[] = [];
  let text = '';
  for (const { data } of nodes) {
    starts.push(text.length);
    text += data;
  }
  return { nodes, starts, text };
}

// By name: a computed one is looked up anew each time.
const siblingOf = (node: Node, side: Side) => (side === 'next' ? node.nextSibling : node.previousSibling);
/** The end of an element that is met first from its other side. */
const nearChildOf = (node: Node, side: Side) => (side === 'next' ? node.firstChild : node.lastChild);

/** What stands at this side of a node, where it can be in the same line. Cheap: most texts stand alone in a block. */
export function neighbourOf(node: Text, side: Side): ChildNode | undefined {
  let at: Node = node;
  let other = siblingOf(at, side);
  while (!other) {
    const parent: Element | null = at.parentElement;
    if (!parent || block.test(parent.localName)) return undefined;
    at = parent;
    other = siblingOf(at, side);
  }
  return other.nodeType === Node.ELEMENT_NODE && block.test((other as Element).localName) ? undefined : other;
}

/** Whether something stands at this side of a node without a space between. */
export function isTouched(node: Text, side: Side): boolean {
  const [own, its] = side === 'next' ? [-1, 0] : [0, -1];
  if (/\s/.test(node.data.at(own) ?? ' ')) return false;
  const other = neighbourOf(node, side);
  return !!other && (other.nodeType !== Node.TEXT_NODE || /\S/.test((other as Text).data.at(its) ?? ''));
}

/** The neighbours of a node to one side, the nearest first. */
function beside(node: Text, side: Side, isLabel: (text: string) => boolean, isWide: boolean): Text[] {
  const found: Text[] = [];
  const neighbour = neighbourOf(node, side);
  if (!neighbour) return found;
  // To ask for styles is what costs: most texts that touch tell by themselves that they are two words.
  const near = nearText(neighbour, side);
  if (near && isApart(...inOrder(node, near, side), isLabel) && near.parentElement?.checkVisibility?.() !== false)
    return found;
  let length = 0;
  let last = node;
  for (const other of steps(node, side)) {
    if (isApart(...inOrder(last, other, side), isLabel)) break;
    found.push(other);
    last = other;
    length += other.length;
    if (length > reach || (!isWide && /\s/.test(other.data))) break;
  }
  return found;
}

const inOrder = (node: Text, other: Text, side: Side): [left: Text, right: Text] =>
  side === 'next' ? [node, other] : [other, node];

/** The text that an element begins or ends with, as the document has it: it may not be displayed. */
function nearText(neighbour: Node, side: Side): Text | undefined {
  let at: Node | null = neighbour;
  while (at?.nodeType === Node.ELEMENT_NODE) at = nearChildOf(at, side);
  return at?.nodeType === Node.TEXT_NODE ? (at as Text) : undefined;
}

/** Whether two texts without a space between them are two words all the same: a number beside the words of another element. */
function isApart(left: Text, right: Text, isLabel: (text: string) => boolean): boolean {
  const before = /\w*$/.exec(left.data)![0];
  const after = /^\w*/.exec(right.data)![0];
  if (!before || !after) return false;
  const isProse = right.parentNode?.contains(left) || left.parentNode?.contains(right);
  // Two fields with names of their own.
  if (!isProse && /\d{3}$/.test(before) && /^\d{3}/.test(after) && isNamed(left) && isNamed(right)) return true;
  const [first, second] = [before, after].map((word) => /\d/.test(word));
  if (first === second || before.endsWith('_') || after.startsWith('_')) return false;
  if (second) return !isProse || isLabel(left.data);
  return /\d$/.test(before) && (!isProse || /^[A-Z][a-z]/.test(after));
}

const isNamed = ({ parentElement }: Text) =>
  [...(parentElement?.attributes ?? [])].some(({ name }) => !/^(?:class|style|dir|lang)$/.test(name));

function* steps(node: Node, side: Side): Generator<Text> {
  for (let at = node; ;) {
    let other: Node | null = siblingOf(at, side);
    if (!other) {
      const parent = at.parentElement;
      if (!parent || !isInline(parent, side)) return;
      at = parent;
      continue;
    }
    // Into the element, to its end that is near.
    while (other.nodeType === Node.ELEMENT_NODE) {
      const element = other as Element;
      if (isUnseen(element)) break;
      if (isSilent(element)) return;
      if (!isInline(element, side === 'next' ? 'previous' : 'next')) return;
      const inner = nearChildOf(element, side);
      if (!inner) break;
      other = inner;
    }
    at = other;
    if (other.nodeType === Node.TEXT_NODE) yield other as Text;
  }
}

const block = /^(?:td|th|div|p|li|dd|dt|h\d|pre|br|ul|ol|dl|tr|table|section|article|label|body)$/;
const apart = /^(?:br|sub|sup|button|select|textarea|input|img|svg|video|iframe|canvas|object|slot)$/;

/** Whether the eye reads on over this side of an element: no block, no column of a flex box, no gap as wide as a space. */
function isInline(element: Element, side: Side): boolean {
  if (apart.test(element.localName)) return false;
  const style = getComputedStyle(element);
  if (style.display !== 'inline' || style.position === 'absolute') return style.display === 'contents';
  const gap = side === 'next' ? [style.marginRight, style.paddingRight] : [style.marginLeft, style.paddingLeft];
  return gap.reduce((sum, width) => sum + (parseFloat(width) || 0), 0) < parseFloat(style.fontSize) / 4;
}

const isUnseen = (element: Element) =>
  /^(?:script|style|template|noscript|wbr)$/.test(element.localName) || getComputedStyle(element).display === 'none';
