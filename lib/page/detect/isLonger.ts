/**
 * Whether an element holds a text of more than `most` characters, white space around it aside. Stops there: to join all of a page's text
 * at each of its IDs took a minute.
 */
export function isLonger(element: Element, most: number): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** From the first word on; and up to the last so far. */
  let length = 0;
  let shown = 0;
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    const text = length > 0 ? data : data.trimStart();
    const end = text.trimEnd().length;
    if (end > 0) shown = length + end;
    if (shown > most) return true;
    length += text.length;
  }
  return false;
}
