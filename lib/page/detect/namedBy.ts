import { labelReach } from './labels';
import { gridOf } from './tableLayout';
import { isLarge } from './walkText';

/**
 * The part of the page that a label which came or changed may name something in: what holds its table, its input, or the nearest number
 * around it. `undefined` for what is no label.
 * @param stems what every label has a piece of
 */
export function namedBy(label: Node, stems: RegExp): Element | null | undefined {
  const { textContent: text, parentElement } = label;
  if (!text || text.length > labelReach || /\d{3}/.test(text) || !stems.test(text)) return undefined;
  let at = label instanceof HTMLElement ? label : parentElement;
  const head = at?.closest('label,thead,th,[role="columnheader"]');
  if (head) return (head as HTMLLabelElement).control ?? gridOf(head)?.parentElement ?? parentElement;
  for (let level = 0; at && level < 7 && (level === 0 || !isLarge(at)); level++, at = at.parentElement)
    if (/\d\w\w/.test(at.textContent!) || at.querySelector('input')) return at;
  return undefined;
}
