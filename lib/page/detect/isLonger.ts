/**
 * Whether an element holds a text of more than `most` characters, white space around it aside. Stops there: to join all of a page's text
 * at each of its IDs took a minute.
 */
export function isLonger(element: Element, most: number): boolean {
  /** From the first word on; and up to the last so far. */
  let length = 0;
  let shown = 0;
  for (let node: Node | null = element.firstChild; node; node = following(node, element)) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const { data } = node as Text;
    const text = length > 0 ? data : data.trimStart();
    const end = text.trimEnd().length;
    if (end > 0) shown = length + end;
    if (shown > most) return true;
    length += text.length;
  }
  return false;
}

/** The node after another below `root`, in the order of the document. A tree walker costs more to make than a few steps take. */
function following(node: Node, root: Element): Node | null {
  if (node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}
