/** What the browser joins: a document has no text of its own, and neither have comments for us. */
export const textOf = (node: Node) => (node.nodeType === Node.COMMENT_NODE ? '' : (node.textContent ?? ''));

/**
 * The children that hold the offsets (in order) into their joined text, without reading the others: it guesses a child by the
 * average length, finds where that child's text stands, and steps to the neighbour that holds the offset.
 */
export function* locate(
  children: NodeList,
  from: number,
  count: number,
  text: string,
  offsets: number[],
): Generator<[Node, number[], number]> {
  const average = text.length / count;
  let index = from;
  let begin = 0;
  let own = textOf(children[from]!);
  let held: number[] = [];
  const move = (to: number) => (own = textOf(children[(index = to)]!));
  for (const offset of offsets) {
    if (offset < begin + own.length) {
      held.push(offset - begin);
      continue;
    }
    if (held.length > 0) yield [children[index]!, held, own.length];
    held = [];
    const known = { index, begin };
    const guess = Math.min(from + count - 1, index + Math.floor((offset - begin) / average));
    if (guess > index + 1) {
      move(guess);
      begin = placeOf(own, text, begin + (guess - known.index) * average, guess - known.index);
      while (begin > offset && index > known.index + 1) begin -= move(index - 1).length;
      if (begin < 0 || begin > offset || !text.startsWith(own, begin)) {
        begin = known.begin;
        move(known.index);
      }
    }
    while (offset >= begin + own.length) {
      begin += own.length;
      move(index + 1);
    }
    held.push(offset - begin);
  }
  if (held.length > 0) yield [children[index]!, held, own.length];
}

/**
 * Where a child's text stands in the joined text, or -1 when it is too short to tell or stands there twice. Searched around the
 * place that the average length gives, or everywhere when the child is many children away.
 */
function placeOf(own: string, text: string, expected: number, distance: number): number {
  if (own.length < 24) return -1;
  const around = 200 + 50 * distance;
  const first = distance > 64 ? 0 : Math.max(0, Math.floor(expected) - around);
  const near = distance > 64 ? text : text.slice(first, first + 2 * around + own.length);
  const at = near.indexOf(own);
  return at < 0 || near.includes(own, at + 1) ? -1 : first + at;
}
