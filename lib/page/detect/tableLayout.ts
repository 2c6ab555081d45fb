export const cells = 'td,th,[role="gridcell"],[role="cell"],[role="rowheader"],[role="columnheader"]';
export const rows = 'tr,[role="row"]';
const grids = 'table:not([role="presentation"],[role="none"]),[role="grid"],[role="treegrid"],[role="table"]';

/** The table or grid around a cell or row. */
export const gridOf = (cell: Element): Element | null => cell.closest(grids) ?? cell.closest('table');

export const trimmedText = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
/** A cell that the page took away meanwhile is a row by itself. */
export const rowOf = (cell: Element): Element => cell.closest(rows) ?? cell.parentElement ?? cell;

export const rowsOf = (grid: Element): Iterable<Element> =>
  grid instanceof HTMLTableElement ? grid.rows : [...grid.querySelectorAll(rows)].filter((row) => gridOf(row) === grid);

/** The cells of a row; they may stand in groups. */
export const cellsOf = (row: Element): Element[] =>
  row instanceof HTMLTableRowElement
    ? [...row.cells]
    : [...row.querySelectorAll(cells)].filter((cell) => rowOf(cell) === row);

export const isTitle = (row: Element): boolean => {
  const all = cellsOf(row);
  return all.length === 1 && span(all[0]!, 'colspan') > 1;
};

/** How many rows or columns a cell takes; at most 100, which is also meant by 0. */
export const span = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(Number(cell.getAttribute(name) ?? cell.getAttribute(`aria-${name}`) ?? 1) || 100, 100);

/** The cell at each column of each row, as a browser lays them out. */
export function layOut(all: Element[]): Element[][] {
  const laid: Element[][] = all.map(() => []);
  for (const [at, row] of all.entries()) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      const index = Number(cell.getAttribute('aria-colindex'));
      if (index > 0) column = index - 1;
      else while (laid[at]![column]) column++;
      const height = span(cell, 'rowspan');
      for (const end = column + span(cell, 'colspan'); column < end; column++)
        for (const line of laid.slice(at, at + height)) line[column] = cell;
    }
  }
  return laid;
}

export function places(all: Element[]): Map<Element, number> {
  const columns = new Map<Element, number>();
  for (const line of layOut(all)) line.forEach((cell, column) => columns.has(cell) || columns.set(cell, column));
  return columns;
}
