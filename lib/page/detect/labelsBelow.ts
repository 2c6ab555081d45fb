import { isButton, isHint, isSilent } from './seenWords';

const word = /[\p{L}\p{N}]/u;
/** More parts than this are a list, and no values with labels below. */
const mostParts = 24;
const valueText = /^\W*(?:[\w.,’'…-]*\d[\w.,’'…-]*)\W*$/;
const isValue = ({ textContent }: Node) => valueText.test(textContent ?? '');

const isPart = (part: Node) =>
  word.test(part.textContent ?? '') &&
  (part.nodeType === Node.TEXT_NODE ||
    (part.nodeType === Node.ELEMENT_NODE &&
      !isSilent(part as Element) &&
      !isButton(part as Element) &&
      !isHint(part as Element)));

/** What shows words among the children of a value's parent, in order. */
function partsBeside(value: Node): Node[] {
  const parent = value.parentNode;
  if (!parent || parent.childNodes.length > 3 * mostParts) return [];
  return [...parent.childNodes].filter(isPart);
}

/** Whether the first of these and every second after it is one word with a number, and the others are words. */
function isValueFirst(parts: Node[]): boolean {
  return (
    parts.length > 1 && parts.length <= mostParts && parts.every((part, index) => isValue(part) === (index % 2 === 0))
  );
}

/** Whether what stands beside a value begins with a value, so that the label before this one may be that one's. */
export const areLabelsBelow = (value: Node): boolean => isAfterValue(value) && isValueFirst(partsBeside(value));

/** Cheap: most labels stand before their value, and nothing else does. */
function isAfterValue(node: Node): boolean {
  let at = node.previousSibling;
  for (let seen = 0; at && seen < 3 * mostParts; at = at.previousSibling, seen++) if (isValue(at)) return true;
  return false;
}

/** What stands below a value as its label, where all that stands beside it is values with their labels below. */
export function labelBelow(value: Node): Node | undefined {
  const parts = partsBeside(value);
  const index = parts.indexOf(value);
  return index % 2 || parts.length % 2 || !isValueFirst(parts) ? undefined : parts[index + 1];
}
