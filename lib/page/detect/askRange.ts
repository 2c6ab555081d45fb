/** One for all, at the document's start at rest: the page pays for every live range on each of its changes. */
const range = new Range();

/** What `ask` learns of the text from `start` in one node to `end` in another or the same. Throws where an offset is beyond its node. */
export function askRange<T>(node: Node, start: number, endNode: Node, end: number, ask: (range: Range) => T): T {
  try {
    range.setStart(node, start);
    range.setEnd(endNode, end);
    return ask(range);
  } finally {
    range.setStart(document, 0);
    range.collapse(true);
  }
}
