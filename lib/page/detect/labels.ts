/** What a word of a label says. `callOrCalls`: its language writes one and many alike. */
export type Meaning = 'call' | 'callOrCalls' | 'calls' | 'id' | 'log' | 'record' | 'records' | 'vendor' | 'filler';

/** What makes a label of a call ID. */
export interface LabelVocabulary {
  /** Each known word in lower case. */
  meanings: Record<string, Meaning>;
  /** These words by their last two characters, or by their only one; the longest first. Sorted once, not in every frame. */
  endings: Record<string, string[]>;
  /** Expression for the pieces of text without which nothing is a label: a first, cheap test. Ignores case. */
  stems: string;
  /** Expression for a text that holds a label, or ends with the word for a call: the second test. Keeps case. */
  hint: string;
  /** Expression for what makes the number before it a quantity. Ignores case. */
  unit: string;
  /** Expression for all that stands between two IDs of one list. */
  joins: string;
}

const separator = /[\s:#=.,?!_\-–—‐→>*"'’“”«»`()[\]{}|/：＃・\u200b]/;
const letter = /[\w\u00aa-\u052f]/;

/** How much text before a value is read for its label. */
export const labelReach = 80;

/** What a label says. */
export interface Label {
  /** It names a call's ID or log, not only a call ("Call 50958"). */
  isStrong: boolean;
  /** As the page writes it, without what separates it from the value. */
  text: string;
  start: number;
  end: number;
  /** Of a number behind it: three where the label says ID or number, else five ("Call 911", "Call log 2024", "Call log (1280)"). */
  leastDigits: number;
}

/** Whether a value has digits enough for its label; a label of a site rule asks for three. */
export const canBeNamed = (id: string, leastDigits = 3) => id.length >= leastDigits || /\D/.test(id);

export type Labels = ReturnType<typeof labelsOf>;

/** Reads labels in the words of a vocabulary. */
export function labelsOf({ meanings, endings, stems, unit, joins }: LabelVocabulary) {
  const stem = new RegExp(stems, 'i');
  const has = (text: string) => stem.test(text);

  /** The label that a text ends with, read backwards from `end` word by word: linear, and at most `labelReach` characters. */
  function before(all: string, end = all.length): Label | undefined {
    const from = Math.max(0, end - labelReach);
    const near = all.slice(from, end);
    const lower = near.toLowerCase();
    // A few capitals change length in lower case; positions would no longer agree.
    if (lower.length !== near.length) return undefined;
    let at = lower.length;
    while (at > 0 && separator.test(lower[at - 1]!)) at--;
    const textEnd = at;
    const seen = new Set<Meaning>();
    if (/[#№＃]/.test(near.slice(at))) seen.add('id');
    let pending: Meaning[] = [];
    let start = at;
    let fillers = 0;
    while (at > 0) {
      const word = wordEndingAt(lower, at);
      if (!word) break;
      const meaning = meanings[word]!;
      fillers = meaning === 'filler' ? fillers + 1 : 0;
      if (fillers > 3) break;
      pending.push(meaning);
      at -= word.length;
      if (isBoundary(near, at)) {
        for (const one of pending) seen.add(one);
        if (pending.some((one) => one !== 'filler')) start = at;
        pending = [];
      }
      while (at > 0 && separator.test(lower[at - 1]!)) at--;
    }
    const says = (...any: Meaning[]) => any.some((meaning) => seen.has(meaning));
    const leastDigits = says('id') ? 3 : 5;
    // "Call logs (128)" and "Historique des appels 128" head a list.
    if (says('calls', 'records') && leastDigits > 3) return undefined;
    const text = near.slice(start, textEnd);
    const isStrong =
      (says('call', 'calls', 'callOrCalls', 'vendor') && (leastDigits < 5 || says('log', 'record'))) ||
      /log[\W_]*id$/i.test(text) ||
      (says('call') && says('vendor'));
    if (!isStrong && !says('call')) return undefined;
    return { text, start: from + start, end: from + textEnd, leastDigits, isStrong };
  }

  /** The longest known word that ends at `at`. */
  function wordEndingAt(lower: string, at: number): string | undefined {
    const two = lower.slice(Math.max(0, at - 2), at);
    return endings[two]?.find((word) => lower.endsWith(word, at)) ?? endings[two.slice(-1)]?.[0];
  }

  /**
   * Whether a text that stands as a label of its own (a column header, a form label, an attribute) names a call's ID.
   * Other words may follow it ("Call ID Sort"), if it says ID.
   */
  function whole(text: string): Label | undefined {
    if (text.length > labelReach || !has(text)) return undefined;
    const trimmed = text.trim();
    const label = before(trimmed);
    if (label?.isStrong) return label;
    for (const { index } of trimmed.matchAll(/\s/g)) {
      const begin = before(trimmed, index);
      if (begin?.isStrong && begin.start === 0 && begin.leastDigits < 5) return begin;
    }
    return undefined;
  }

  return { has, before, whole, unit: new RegExp(unit, 'i'), joins: new RegExp(joins) };
}

/** Whether a word may begin at `at`: after anything but a letter, in camelCase, or in a script without spaces. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1]!;
  const first = text[at]!;
  if (before === '_' || !letter.test(before) || !letter.test(first)) return true;
  return /[a-z\d]/.test(before) && /[A-Z]/.test(first);
}
