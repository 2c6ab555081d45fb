import type { Labels } from '../labels';
import { uuidPattern } from '../uuid';

/** What parts the cells of a row; a table that programs print for people has two spaces. */
const marks = ['\t', ';', '|', ',', '  '];
/** A longer quoted cell is read as it stands. UTF-16 units. */
const longestCell = 4000;
const quotedCell = new Map(
  marks.map((mark) => {
    const end = mark === '|' ? '\\|' : mark;
    return [mark, new RegExp(` {0,3}"((?:[^"]|""){0,${longestCell}})" {0,3}(?=${end}|\\n|$)`, 'y')];
  }),
);
const rule = /^[\s|+:=-]*$/;
/** A number, a date, or what looks made: no header. */
const data = new RegExp(`^\\W*(?:\\d[\\d\\W]*|(?=\\w*\\d[A-Za-z])\\w{8,}|${uuidPattern}\\W?)$`);
/** A longer one is a sentence. */
const longestHeader = 40;
/** The line that adds a column up. */
const sum = /^\W*(?:grand |sub-?)?(?:totals?|sum|count|average|gesamt|summe|anzahl|suma|totale|somme)\b/i;

interface Row {
  cells: string[];
  /** Where the next line begins. */
  end: number;
}

/** The row of cells at `at`; a quoted cell may hold marks, doubled quotes and line breaks. */
function rowAt(text: string, at: number, mark: string): Row {
  const lineEnd = (from: number) => (text.indexOf('\n', from) + 1 || text.length + 1) - 1;
  if (mark === '|' || mark === '  ') {
    const end = lineEnd(at);
    const line = text.slice(at, end);
    const cells =
      mark === '|'
        ? line
            .trim()
            .replace(/^\||\|$/g, '')
            .split('|')
        : line.trim().split(/ {2,}/);
    return { cells: cells.map((cell) => cell.trim()), end: end + 1 };
  }
  const quoted = quotedCell.get(mark)!;
  const cells: string[] = [];
  let end = lineEnd(at);
  for (let from = at; ;) {
    quoted.lastIndex = from;
    const inside = quoted.exec(text);
    const next = inside ? -1 : text.slice(from, end).indexOf(mark);
    const to = inside ? quoted.lastIndex : next < 0 ? end : from + next;
    if (to > end) end = lineEnd(to);
    cells.push((inside ? inside[1]!.replaceAll('""', '"') : text.slice(from, to)).replace(/\s+/g, ' ').trim());
    if (to >= end) return { cells, end: end + 1 };
    from = to + 1;
  }
}

/** Whether lines are rows of one table: as many cells as the line before or behind has. A list that goes on ends its line with a comma. */
export function areRows(lines: string[]): boolean[] {
  const counts = marks
    .slice(0, 4)
    .map((mark) =>
      lines.map((line) => (line.includes(mark) && !line.trimEnd().endsWith(',') ? line.split(mark).length : 0)),
    );
  return lines.map((_, at) =>
    counts.some((count) => count[at]! > 1 && (count[at] === count[at - 1] || count[at] === count[at + 1])),
  );
}

/** `Call ID;50958`, `Call ID | 50958 | 50959`: a row that its first cell names, as `Call ID: 50958, 50959`. */
function named(line: string, labels: Labels): string {
  if (!labels.has(line)) return line;
  for (const mark of marks.slice(0, 3)) {
    const [label = '', ...values] = rowAt(line, 0, mark).cells;
    if (
      values.length > 0 &&
      !/\d/.test(label) &&
      labels.whole(label)?.isStrong &&
      values.every((value) => data.test(value))
    )
      return `${label}: ${values.join(', ')}`;
  }
  return line;
}

/**
 * A text with its tables (CSV, copied cells, Markdown, columns of a terminal) as lines `header: cell`, where one of the headers names a
 * call's ID; the title lines above and all other text stay.
 */
export function tableLines(text: string, labels: Labels): string {
  if (!labels.has(text)) return text;
  const lines: string[] = [];
  let header: { cells: string[]; mark: string } | undefined;
  for (let at = 0; at < text.length;) {
    const line = text.slice(at, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);
    const isHeader = ({ cells }: Row) =>
      cells.length > 1 &&
      !cells.some((cell) => data.test(cell)) &&
      cells.some((cell) => cell.length <= longestHeader && labels.whole(cell)?.isStrong);
    const mark = labels.has(line)
      ? marks.find((each) => line.includes(each) && isHeader(rowAt(text, at, each)))
      : undefined;
    if (mark) header = { cells: rowAt(text, at, mark).cells, mark };
    const row = header && rowAt(text, at, header.mark);
    if (row && row.cells.length < 2 && !rule.test(line)) header = undefined;
    if (!header || !row || mark) lines.push(named(line, labels));
    at = row?.end ?? at + line.length + 1;
    if (!header || !row || mark || rule.test(line) || sum.test(row.cells.find(Boolean) ?? '')) continue;
    lines.push(...row.cells.map((cell, column) => `${header?.cells[column] || 'column'}: ${cell}`));
  }
  return lines.join('\n');
}
