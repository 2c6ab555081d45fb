import type { Context } from './judgeNode';
import { cells, columnOf, gridOf, headers } from './nearbyLabel';

/** Characters of a parent that is read for the value of a label in it. */
const most = 400;

/** The parts whose text may be the value of a label that `element` is, or has as an attribute. */
export function* valuesOf({ around }: Context, element: HTMLElement): Generator<Node> {
  const { readElement, byAttribute } = around;
  const isNamed = byAttribute(element) !== undefined;
  const isHeader = element.matches('th,[role="columnheader"]') || (element.localName === 'td' && !isNamed);
  if (!isNamed && !(isHeader && readElement(element))) return;
  const { textContent, parentElement } = element;
  if (isHeader) yield* column(element);
  else if (/\p{Nd}/u.test(textContent ?? '')) yield element;
  // The title of an abbreviation or an icon, which stands before its value.
  else if (parentElement && (parentElement.textContent ?? '').length < most) yield parentElement;
}

/** The cells below the headers of a table that are labels. */
export function* cellsOf(context: Context, table: HTMLTableElement): Generator<Node> {
  for (const header of headers(table)) yield* valuesOf(context, header as HTMLElement);
}

/** The cells below a header. */
function* column(header: HTMLElement): Generator<Node> {
  const grid = gridOf(header);
  if (!grid) return;
  const place = headers(grid).indexOf(header);
  const rows = grid instanceof HTMLTableElement ? grid.rows : grid.querySelectorAll('[role="row"]');
  for (const row of rows) {
    const straight =
      row instanceof HTMLTableRowElement ? row.cells[place] : row.querySelector(`[aria-colindex="${place + 1}"]`);
    const cell =
      straight && columnOf(straight) === place
        ? straight
        : [...row.querySelectorAll(cells)].find((other) => columnOf(other) === place);
    if (cell && cell !== header) yield cell;
  }
}
