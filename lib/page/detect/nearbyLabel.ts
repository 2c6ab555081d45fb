import { labelReach, type Labels } from './labels';
import type { Rules } from './rules';

/** The label of a value, and what it names; of a site rule, whose IDs it names. */
export interface LabelMatch {
  label: string;
  /** See `Label`; absent for a label of a site rule. */
  leastDigits?: number;
  provider?: string;
}

const levels = 7;
export const cells = 'td,th,[role="gridcell"],[role="cell"],[role="rowheader"]';
const labelAttributes = [
  'aria-label',
  'name',
  'data-name',
  'data-label',
  'data-title',
  'data-field',
  'data-field-name',
  'field-label',
  'label',
];
const rows = 'tr,[role="row"]';
const beyond = `${rows},table,body,ul,ol,dl,form,main`;
/** Stands between a label and its value, and is part of neither. */
const beside =
  'button,svg,i,img,input,lightning-helptext,slot,style,template,[role="button"],[role="tooltip"],[hidden]';

/** Reads labels around values; one per scan, because it remembers the headers of the tables it met. */
export function labelReader(labels: Labels, rules: Rules) {
  const columns = new Map<Element, (LabelMatch | undefined)[]>();
  const heads = new Set<Element>();
  /** The cells below the headers met in rows without roles. */
  const below: Element[] = [];
  const read = (text: string | null | undefined): LabelMatch | undefined => {
    if (!text || text.length > labelReach) return undefined;
    // With a number in it, it is a label and its value, or no label.
    const label = /\d{3}/.test(text) ? undefined : labels.whole(text);
    return label ? { ...label, label: label.text } : rules.labelled(text);
  };

  /** The label that an element is, or that its first child is: beside buttons and the like, in a header beside anything. */
  function readElement(element: Element, isHeader = true): LabelMatch | undefined {
    const text = element.textContent ?? '';
    if (text.length > 2 * labelReach || !(labels.has(text) || rules.labels.length > 0)) return undefined;
    const first = element.firstElementChild;
    const isAlone = () =>
      !/\d{3}/.test(text) && [...element.children].every((other) => other === first || other.matches(beside));
    return read(text.trim()) ?? (first && (isHeader || isAlone()) ? readElement(first, isHeader) : undefined);
  }

  function byAttribute(element: Element): LabelMatch | undefined {
    for (const name of labelAttributes) {
      const believed = read(element.getAttribute(name));
      if (believed) return believed;
    }
    const owners = element.getAttribute('aria-labelledby');
    if (!owners) return undefined;
    const root = element.getRootNode() as Document | ShadowRoot;
    return read(
      owners
        .split(/\s+/)
        .map((id) => root.getElementById?.(id)?.textContent ?? '')
        .join(' '),
    );
  }

  /** The header above a cell: by its place in a table, by `aria-colindex` or place in a grid. */
  function byColumn(cell: Element): LabelMatch | undefined {
    const grid = gridOf(cell);
    if (!grid) return undefined;
    let believed = columns.get(grid);
    if (!believed) columns.set(grid, (believed = headers(grid).flatMap(readHeader)));
    return believed.length > 0 ? believed[columnOf(cell)] : undefined;
  }

  function readHeader(header: Element): (LabelMatch | undefined)[] {
    const believed = readElement(header) ?? byAttribute(header) ?? read(header.getAttribute('title'));
    const span = Number(header.getAttribute('colspan') ?? header.getAttribute('aria-colspan')) || 1;
    const columnsOf: (LabelMatch | undefined)[] = Array(Math.min(span, 100));
    columnsOf[0] = believed;
    return Array.from(columnsOf);
  }

  /**
   * The label beside a value. From the value outwards: an attribute of an element that holds little else, the text or element just
   * before it, the column header above its cell. It stops where something else stands between, and at the end of a row.
   */
  function labelAround(value: Node): LabelMatch | undefined {
    let at: Node = value;
    for (let level = 0; level < levels; level++) {
      if (at.nodeType === Node.ELEMENT_NODE) {
        const element = at as Element;
        if ((element.textContent ?? '').length > 120 || element.matches(beyond)) return undefined;
        const isCell = element.matches(cells);
        const believed = byAttribute(element) ?? (isCell ? byColumn(element) : undefined);
        if (believed) return believed;
        if (isCell) return before(element) || undefined;
      }
      const found = before(at);
      if (found) return found;
      const placed = byPlace(at as Element);
      if (placed || found === false) return placed;
      const parent: Node | null = (at as Partial<Slottable> & Node).assignedSlot ?? at.parentNode;
      if (!parent) return undefined;
      at = parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? parent) : parent;
    }
    return undefined;
  }

  /** The header of a column in rows of elements that have no role: in the first row, or in the element before all rows. */
  function byPlace(cell: Element): LabelMatch | undefined {
    const row = cell.parentElement;
    const list = row?.parentElement;
    const count = row?.children.length ?? 0;
    if (!list || count < 3 || list.firstElementChild!.children.length !== count) return undefined;
    const place = [...row.children].indexOf(cell);
    for (let head of [list.firstElementChild, list.previousElementSibling]) {
      while (head?.children.length === 1) head = head.firstElementChild;
      const header = head?.children.length === count && head.className !== row.className && head.children[place];
      const believed = header && readElement(header);
      if (!believed) continue;
      if (!heads.has(header)) for (const { children } of list.children) below.push(children[place] ?? header);
      heads.add(header);
      return believed;
    }
    return undefined;
  }

  /** The label just before a node; `false` when something that is none stands there, `undefined` when nothing does. */
  function before(node: Node): LabelMatch | false | undefined {
    for (let other = node.previousSibling, seen = 0; other && seen < 12; other = other.previousSibling, seen++) {
      if (other.nodeType === Node.TEXT_NODE) {
        const text = (other as Text).data;
        if (!/[^\s:*#|·•"'([]/.test(text)) continue;
        const label = labels.before(text);
        return label?.isStrong ? { ...label, label: label.text } : (rules.labelled(text) ?? false);
      }
      if (other.nodeType !== Node.ELEMENT_NODE) continue;
      const element = other as Element;
      const believed = readElement(element, false);
      if (believed) return believed;
      if (!element.textContent?.trim() || element.matches(beside)) continue;
      if (element.localName === 'dd' && (node as Element).localName === 'dd') continue;
      return false;
    }
    return undefined;
  }

  return { read, readElement, byAttribute, byColumn, labelAround, below };
}

/** The table or grid around a cell or header. */
export const gridOf = (cell: Element): Element | null =>
  cell.closest('table,[role="grid"],[role="treegrid"],[role="table"]');

/** The header cells of a table or grid, in order. */
export function headers(grid: Element): Element[] {
  if (grid instanceof HTMLTableElement) {
    const row = grid.tHead?.rows[grid.tHead.rows.length - 1] ?? grid.rows[0];
    if (row && row.cells.length > 0 && !grid.querySelector('[role="columnheader"][aria-colindex]'))
      return [...row.cells];
  }
  const own = grid.querySelectorAll('[role="columnheader"]');
  const list = own.length > 0 ? own : grid.parentElement?.querySelectorAll('[role="columnheader"]');
  const placed: Element[] = [];
  for (const [index, header] of [...(list ?? [])].entries())
    placed[(Number(header.getAttribute('aria-colindex')) || index + 1) - 1] = header;
  return Array.from(placed, (header) => header ?? document.createElement('i'));
}

/** The place of a cell in its row, from 0. */
export function columnOf(cell: Element): number {
  const index = Number(cell.getAttribute('aria-colindex'));
  if (index > 0) return index - 1;
  let column = 0;
  for (let other = cell.previousElementSibling; other; other = other.previousElementSibling) {
    if (other.matches(cells)) column += Number(other.getAttribute('colspan')) || 1;
  }
  // The cells of a row may stand in groups.
  const group = cell.parentElement;
  return group && !group.matches(rows) && group.closest(rows) ? column + columnOf(group) : column;
}
