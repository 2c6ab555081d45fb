import { isLonger } from './isLonger';
import { areLabelsBelow, labelBelow } from './labelsBelow';
import { labelReach, type Labels } from './labels';
import type { Rules } from './rules';
import { seenText } from './seenText';
import { isButton, isHint, isSilent, seenWords } from './seenWords';
import { cells, rows } from './tableLayout';
import { tableReader } from './tables';

/** The label of a value, and what it names; of a site rule, whose IDs it names. */
export interface LabelMatch {
  label: string;
  /** See `Label`; absent for a label of a site rule. */
  leastDigits?: number;
  isNumber?: boolean;
  vendors?: string[];
  provider?: string;
}

const levels = 24;
/** Attributes that name what an element holds. */
const labelAttribute =
  /^(?:aria-label|title|name|label|field-label|col-id|itemprop|data-(?:\w+-)*(?:label|th|title|name|field|col|column|head|header|heading|caption|key|attr|attribute|prop|property|testid|test|qa|cy))$/;
/** Longer ones hold help that nobody sees; of what is seen, `labelReach` counts. */
const longest = 800;
/** Of an element that is a value and little else. */
const longestValue = 120;
const beyond = `${rows},table,body,ul,ol,dl,form,main`;
/** What holds one has a value of its own. */
const field = 'input:not([type="hidden"],[type="checkbox"],[type="radio"],[type="button"]),textarea,select';
const word = /[\p{L}\p{N}]/u;

/** A label that is not displayed, while its value is, says nothing. */
function isSeenWith(label: Element, value: Node): boolean {
  const beside = value.nodeType === Node.ELEMENT_NODE ? (value as Element) : value.parentElement;
  return label.checkVisibility() || !beside?.checkVisibility();
}

/** Reads labels around values; one per scan, because it remembers the tables it met. */
export function labelReader(labels: Labels, rules: Rules) {
  const heads = new Set<Element>();
  /** The cells that share a label met above rows without roles. */
  const cellsBelow: Element[] = [];
  const tables = tableReader({
    read: (header) => readElement(header) ?? byAttribute(header),
    join(group, header) {
      const label = labels.before(`${seenWords(group)} ${seenWords(header)}`);
      return label?.isStrong ? { ...label, label: label.text } : undefined;
    },
  });
  const read = (text: string | null | undefined): LabelMatch | undefined => {
    if (!text || text.length > labelReach) return undefined;
    // With a number in it, it is a label and its value, or no label.
    const label = /\d{3}/.test(text) ? undefined : labels.whole(seenText(text).text);
    return rules.labelled(text) ?? (label && { ...label, label: label.text });
  };

  /** The label that an element is, or that its first child is: beside buttons and the like, in a header beside anything. */
  function readElement(element: Element, isHeader = true): LabelMatch | undefined {
    const all = element.textContent ?? '';
    if (all.length > longest || !(labels.has(all) || rules.labels.length > 0) || isSilent(element)) return undefined;
    const text = seenWords(element).trim();
    const first = element.firstElementChild;
    const isAlone = () =>
      !/\d{3}/.test(all) &&
      [...element.children].every((other) => other === first || isSilent(other) || isButton(other));
    return read(text) ?? (first && (isHeader || isAlone()) ? readElement(first, isHeader) : undefined);
  }

  function byAttribute(element: Element): LabelMatch | undefined {
    for (const name of element.getAttributeNames()) {
      const believed = labelAttribute.test(name) ? read(element.getAttribute(name)) : undefined;
      if (believed) return believed;
    }
    const owners = element.getAttribute('aria-labelledby');
    if (!owners) return undefined;
    const root = element.getRootNode() as Document | ShadowRoot;
    return read(
      owners
        .split(/\s+/)
        .map((id) => root.getElementById?.(id))
        .map((owner) => (owner ? seenWords(owner) : ''))
        .join(' ')
        .trim(),
    );
  }

  /**
   * The label beside a value. From the value outwards: an attribute of an element that holds little else, the text or element just
   * before it or below it, the column header above its cell. It stops where something else stands between, and at the end of a row.
   * `null`: the label before it is another value's.
   */
  function labelAround(value: Node): LabelMatch | undefined | null {
    let at: Node = value;
    for (let level = 0; level < levels; level++) {
      if (at.nodeType === Node.ELEMENT_NODE) {
        const element = at as Element;
        if (element.matches(beyond) || isLonger(element, longestValue)) return undefined;
        const isCell = element.matches(cells);
        const believed = byAttribute(element) ?? (isCell ? tables.byColumn(element) : undefined);
        if (believed) return believed;
        if (isCell) return before(element) || byRow(element);
      }
      const found = before(at);
      if (found) return areLabelsBelow(at) ? null : found;
      const under = below(at);
      if (under) return under;
      const placed = byPlace(at as Element);
      if (placed || found === false) return placed;
      const parent: Node | null = (at as Partial<Slottable> & Node).assignedSlot ?? at.parentNode;
      if (!parent) return undefined;
      at = parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? parent) : parent;
    }
    return undefined;
  }

  /** The header of a column in rows of elements that have no role. */
  function byPlace(cell: Element): LabelMatch | undefined {
    const { label, header, column } = tables.byPlace(cell) ?? {};
    if (header && !heads.has(header)) cellsBelow.push(...column!);
    if (header) heads.add(header);
    return label;
  }

  /** The label that a row begins with, and nothing else: "Missing call ID" heads counts. */
  function byRow(cell: Element): LabelMatch | undefined {
    const head = tables.rowHead(cell);
    const believed = head && readElement(head, false);
    return believed && believed.label.length + 3 > head.textContent!.trim().length ? believed : undefined;
  }

  /** The label just before a node; `false` when something that is none stands there, `undefined` when nothing does. */
  function before(node: Node): LabelMatch | false | undefined {
    for (let other = node.previousSibling, seen = 0; other && seen < 12; other = other.previousSibling, seen++) {
      if (other.nodeType === Node.TEXT_NODE) {
        const { text } = seenText((other as Text).data);
        if (!word.test(text)) continue;
        const label = labels.before(text);
        return rules.labelled(text) ?? (label?.isStrong ? { ...label, label: label.text } : false);
      }
      if (other.nodeType !== Node.ELEMENT_NODE) continue;
      const element = other as Element;
      if (isButton(element)) continue;
      const believed = element.querySelector(field) ? undefined : labelOf(element);
      if (believed && isSeenWith(element, node)) return believed;
      if (believed || isSilent(element) || isHint(element) || !word.test(element.textContent ?? '')) continue;
      if (element.localName === 'dd' && (node as Element).localName === 'dd') continue;
      return false;
    }
    return undefined;
  }

  /** The label that an element beside a value is, or an abbreviation or an icon has as its title. */
  function labelOf(element: Element): LabelMatch | undefined {
    if (isSilent(element)) return byTitle(element);
    return readElement(element, false) ?? byTitle(element);
  }

  function byTitle(element: Element): LabelMatch | undefined {
    if (/\d/.test(element.textContent ?? '')) return undefined;
    return read(element.getAttribute('title')) ?? read(element.getAttribute('aria-label'));
  }

  /** The label below a value: all that stands beside it is values with their labels below. */
  function below(value: Node): LabelMatch | undefined {
    const label = labelBelow(value);
    const believed =
      label &&
      (label.nodeType === Node.TEXT_NODE ? read((label as Text).data.trim()) : readElement(label as Element, false));
    return believed && (believed.leastDigits ?? 3) < 5 ? believed : undefined;
  }

  return { read, readElement, byAttribute, labelAround, below: cellsBelow, inColumns: tables.inColumns };
}
