import { cellsOf, gridOf, isTitle, layOut, places, rowOf, rows, rowsOf, span, trimmedText } from './tableLayout';

const headers = 'th,[role="columnheader"]';
const bold = ':scope>b:only-child,:scope>strong:only-child';
const lastHeaders = 'th:last-child,thead td:last-child,[role="columnheader"],td:last-child>:is(b,strong):only-child';
const spans = '[rowspan]:not([rowspan="1"]),[colspan]:not([colspan="1"])';
/** What stands between a row's head and its other values: one word with a digit, a dash, nothing. */
const isOneValue = /^(?:[\w-]*\d[\w-]*|\W*)$/;
/** Elements between a body and what stands before it as its header. */
const levels = 6;

/** A row of headers; each in every column that it spans. */
interface Line<Label> {
  row: Element;
  headers: Element[];
  labels: (Label | undefined)[];
}

/** How headers are read: one by itself; that of a group of columns with that of a column in it. */
interface HeaderReader<Label> {
  read(header: Element): Label | undefined;
  join(group: Element, header: Element): Label | undefined;
}

/**
 * Tables as the eye reads them: of HTML, of roles, of elements without any, and with the header apart from the body. One per scan,
 * because it remembers what it met. Reads no layout.
 */
export function tableReader<Label>({ read, join }: HeaderReader<Label>) {
  const heads = new Map<Element, Line<Label>[]>();
  const placed = new Map<ParentNode, Map<Element, number> | undefined>();

  const lineOf = (row: Element, all: Element[]): Line<Label> => ({
    row,
    headers: all,
    labels: all.map((header, column) => {
      // What may be a row of values: a label and its value are none.
      const isFirst =
        header !== all[column - 1] &&
        !(!header.matches(headers) && /\d{3}/.test(trimmedText(header.nextElementSibling)));
      return isFirst ? read(header) : undefined;
    }),
  });

  /** The rows of headers in an element, of one table alone if told. Titles above all columns are none. */
  function linesIn(element: Element, grid?: Element): Line<Label>[] {
    const found = new Set<Element>();
    for (const cell of element.querySelectorAll(lastHeaders)) {
      const row = rowOf(cell);
      const isHeader =
        cell.closest('thead') ??
        cellsOf(row).every((one) => one.matches(headers) || !trimmedText(one) || one.querySelector(bold));
      if (isHeader && (!grid || gridOf(cell) === grid)) found.add(row);
    }
    const all = [...found].filter((row) => !isTitle(row));
    const laid = layOut(all);
    return all.map((row, at) => lineOf(row, laid[at]!));
  }

  /** What heads a table: its own rows of headers, what stands before it, or its first row. */
  function linesOf(grid: Element): Line<Label>[] {
    let lines = heads.get(grid);
    if (lines) return lines;
    lines = linesIn(grid, grid);
    if (!lines.some((line) => line.headers.some(trimmedText))) {
      const first = [...rowsOf(grid)].find((row) => trimmedText(row) && !isTitle(row));
      const [all] = layOut(first ? [first] : []);
      lines = all ? (apart(grid, all.length) ?? [lineOf(first!, all)]) : [];
    }
    heads.set(grid, lines);
    return lines;
  }

  /** The header that stands just before a body of `count` columns, in an element of its own. */
  function apart(body: Element, count: number): Line<Label>[] | undefined {
    let at: Element | null = body;
    for (let level = 0; at && level < levels; level++, at = at.parentElement) {
      const other: Element | null = at.previousElementSibling;
      if (!other) continue;
      // Each row may be a table of its own.
      const isRow = at.localName === other.localName && at.className === other.className;
      const lines = headIn(isRow ? at.parentNode!.firstElementChild! : other, count);
      if (lines) return lines;
      if (!isRow && trimmedText(other)) return undefined;
    }
    return undefined;
  }

  function headIn(element: Element, count: number): Line<Label>[] | undefined {
    const lines = linesIn(element);
    const [line] = lines;
    // One more stands above the scroll bar.
    if (line)
      return (line.headers.length === count ||
        (line.headers.length === count + 1 && !trimmedText(line.headers[count]))) &&
        element.querySelectorAll(rows).length <= lines.length &&
        trimmedText(element).endsWith(trimmedText(lines.at(-1)!.row))
        ? lines
        : undefined;
    let head = element;
    while (head.childElementCount === 1) head = head.firstElementChild!;
    return count > 2 && head.childElementCount === count ? [lineOf(head, [...head.children])] : undefined;
  }

  /** The label of a column below the line `from`. A line says nothing where it is empty or holds a filter. */
  function labelIn(lines: Line<Label>[], from: number, column: number): Label | undefined {
    let below: Element | undefined;
    let last: Line<Label> | undefined;
    for (let at = from; at >= 0; at--) {
      const line = lines[at]!;
      const header = line.headers[column];
      if (!trimmedText(header) && !line.labels[column]) continue;
      if (last && line.row.nextElementSibling !== last.row) return undefined;
      last = line;
      const width = span(header!, 'colspan');
      if (below) return width > 1 && width < line.headers.length ? join(header!, below) : undefined;
      if (line.labels[column] || header === line.headers[column - 1]) return line.labels[column];
      if (!header!.querySelector('input,select')) below = header;
    }
    return undefined;
  }

  /** The label of the column that a cell of a table stands in. */
  function byColumn(cell: Element): Label | undefined {
    const lines = linesAbove(cell);
    return labelIn(lines, lines.length - 1, columnOf(cell));
  }

  /** The lines of headers that a cell may stand below: of a table those before it, of a grid all, because styles may put them above. */
  function linesAbove(cell: Element): Line<Label>[] {
    const grid = gridOf(cell);
    const lines = grid ? linesOf(grid) : [];
    const row = rowOf(cell);
    const last = lines.findLastIndex(
      (line) => !line.row.closest('table') || line.row.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return lines.slice(0, last + 1);
  }

  /** The first cell of a row whose words head all its values, as of calls side by side: nothing but values stands between, and no words above. */
  function rowHead(cell: Element): Element | undefined {
    let first = cell.previousElementSibling;
    while (first && isOneValue.test(trimmedText(first))) first = first.previousElementSibling;
    if (!first || first.previousElementSibling) return undefined;
    const above = linesAbove(cell).at(-1)?.headers[columnOf(cell)];
    return first.localName === 'th' || !/^\D+$/.test(trimmedText(above)) ? first : undefined;
  }

  /** The place of a cell in its row, from 0. */
  function columnOf(cell: Element): number {
    const index = Number(cell.getAttribute('aria-colindex'));
    if (index > 0) return index - 1;
    const row = rowOf(cell);
    // A shadow root, where rows stand in nothing else; nothing, where the page took the row away meanwhile.
    const section: ParentNode | null = row.parentNode;
    if (section && !placed.has(section))
      placed.set(section, section.querySelector(spans) ? places([...section.children]) : undefined);
    return (section && placed.get(section)?.get(cell)) ?? cellsOf(row).indexOf(cell);
  }

  /** The cells of a table in columns with a label. */
  function* inColumns(grid: Element): Generator<Element> {
    const lines = linesOf(grid);
    const columns: number[] = [];
    for (const [at, line] of lines.entries())
      for (const column of line.headers.keys()) if (labelIn(lines, at, column)) columns.push(column);
    if (columns.length === 0) return;
    for (const row of rowsOf(grid)) {
      const own = cellsOf(row);
      for (const column of columns) {
        const straight = own[column];
        const cell = straight && columnOf(straight) === column ? straight : own.find((one) => columnOf(one) === column);
        if (cell) yield cell;
      }
    }
  }

  /** The label above a cell of a row without roles: in the first row of its list, or in what stands before the list. */
  function byPlace(cell: Element): { label: Label; header: Element; column: Element[] } | undefined {
    const row = cell.parentElement;
    const list = row?.parentElement;
    const count = row?.childElementCount ?? 0;
    const first = list?.firstElementChild;
    if (count < 3 || first?.childElementCount !== count) return undefined;
    let lines = heads.get(list!);
    if (!lines) heads.set(list!, (lines = [lineOf(first, [...first.children]), ...(apart(list!, count) ?? [])]));
    const place = [...row!.children].indexOf(cell);
    const line = lines.find(({ row: head, labels }) => head.className !== row!.className && labels[place]);
    if (!line) return undefined;
    const header = line.headers[place]!;
    return {
      label: line.labels[place]!,
      header,
      column: [...list!.children].map(({ children }) => children[place] ?? header),
    };
  }

  return { byColumn, byPlace, rowHead, inColumns };
}
