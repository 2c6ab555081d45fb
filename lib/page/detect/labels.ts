/** What a word of a label says. `callOrCalls`: its language writes one and many alike. */
export type Meaning =
  | 'call'
  | 'callOrCalls'
  | 'calls'
  | 'id'
  /** Says number, which may be that of a phone. */
  | 'number'
  | 'log'
  | 'record'
  | 'records'
  | 'vendor'
  /** What a vendor may call a call, and everybody a chat: "ElevenLabs conversation ID". */
  | 'talk'
  | 'filler'
  /** Makes the words behind it another thing: "conference call ID", "copy call ID". */
  | 'other';

/** What makes a label of a call ID. */
export interface LabelVocabulary {
  /** Each known word in lower case. */
  meanings: Record<string, Meaning>;
  /** The provider that each word for a vendor names. */
  vendors: Record<string, string>;
  /** These words by their last two characters, or by their only one; the longest first. Sorted once, not in every frame. */
  endings: Record<string, string[]>;
  /** Expression for the pieces of text without which nothing is a label: a first, cheap test. Ignores case. */
  stems: string;
  /** Expression for the pieces without which no text says whose ID it is: of the words for calls, and vendors. Ignores case. */
  subjects: string;
  /** Expression for a word that says ID, number, log or record. Keeps case. */
  names: string;
  /** The digits of all scripts, for a class of characters. */
  digits: string;
  /** Expression for what makes the number before it a quantity. Ignores case. */
  unit: string;
  /** Expression for all that stands between two IDs of one list. */
  joins: string;
}

const separator = /[\s:#=.,;?!_\-–—‐→>*•·"'’“”«»`()[\]{}|/：＃・،؛؟।。、՝]/;
/** Not of the scripts that are written without spaces. */
const letter =
  /(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmr}|\p{sc=Mymr})[\p{L}\p{M}\p{N}_]/u;
/** What a label ends with that is none of it: a note in brackets; the mark of a field that a customer made ("Call_ID__c"). */
const note = /[([][^()[\]\d]{1,40}[)\]][\s:]*$/;
const ownField = /(?<=[a-z])_{1,2}c[\s"':]*$/i;

const ofCall: Meaning[] = ['call', 'calls', 'callOrCalls'];

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
  /** It says number and not ID: a long one behind it is a phone's. */
  isNumber: boolean;
  /** The providers that it names; absent where it names none. */
  vendors?: string[];
}

/** Whether a value can be what its label names; a label of a site rule asks for three digits. */
export const canBeNamed = (
  id: string,
  { leastDigits = 3, isNumber }: Partial<Pick<Label, 'leastDigits' | 'isNumber'>>,
) => /\D/.test(id) || (id.length >= leastDigits && !(isNumber && id.length > 8));

export type Labels = ReturnType<typeof labelsOf>;

/** Reads labels in the words of a vocabulary. */
export function labelsOf({ meanings, vendors, endings, stems, unit, joins }: LabelVocabulary) {
  const stem = new RegExp(stems, 'i');
  const has = (text: string) => stem.test(text);

  /** The label that a text ends with, read backwards from `end` word by word: linear, and at most `labelReach` characters. */
  function before(all: string, end = all.length): Label | undefined {
    const label = endingAt(all, end);
    if (label?.isStrong) return label;
    const near = all.slice(Math.max(0, end - labelReach), end);
    const rest = note.exec(near) ?? ownField.exec(near);
    return (rest && endingAt(all, end - near.length + rest.index)) ?? label;
  }

  function endingAt(all: string, end: number): Label | undefined {
    const from = Math.max(0, end - labelReach);
    const near = all.slice(from, end);
    const lower = near.toLowerCase();
    // A few capitals change length in lower case; positions would no longer agree.
    if (lower.length !== near.length) return undefined;
    let at = lower.length;
    while (at > 0 && separator.test(lower[at - 1]!)) at--;
    const textEnd = at;
    const seen = new Set<Meaning>();
    const named = new Set<string>();
    const says = (...any: Meaning[]) => any.some((meaning) => seen.has(meaning));
    if (/[#№＃]/.test(near.slice(at))) seen.add('number');
    let pending: string[] = [];
    let start = at;
    let fillers = 0;
    let next = at;
    let after: Meaning | undefined;
    while (at > 0) {
      const word = wordEndingAt(lower, at);
      if (!word) break;
      const meaning = meanings[word]!;
      fillers = meaning === 'filler' ? fillers + 1 : 0;
      if (fillers > 3) break;
      // “Said” is no “sa” and “id”.
      if (meaning === 'filler' && pending.length > 0 && /^[a-z]/.test(word)) break;
      // "Call phone number" is no call's ID, nor is "Conversation: call 50958" a conversation's.
      if ((word === 'phone' && after === 'number') || (meaning === 'talk' && says(...ofCall))) break;
      // "We left Vapi. Call ID"
      if (meaning === 'vendor' && /[.!?]\s/.test(near.slice(at, next))) break;
      pending.push(word);
      after = meaning;
      at -= word.length;
      if (isBoundary(near, at)) {
        // "Contact support. Call ID"
        if (meaning === 'other') {
          if ((seen.has('id') || seen.has('number')) && isOneName(near, at, at + word.length, next)) return undefined;
          break;
        }
        for (const one of pending) {
          seen.add(meanings[one]!);
          if (vendors[one]) named.add(vendors[one]);
        }
        if (pending.some((one) => meanings[one] !== 'filler')) start = at;
        pending = [];
      }
      next = at;
      while (at > 0 && separator.test(lower[at - 1]!)) at--;
    }
    // Who only is named has no number: "Vapi: 0199da1a-…".
    const leastDigits = says('id', 'number') ? 3 : says(...ofCall, 'log', 'record') ? 5 : Infinity;
    const isNumber = !says('id');
    if (says('talk') && !says('vendor')) return undefined;
    // "Call logs (128)", "Historique des appels 128" and "Number of calls: 128" count.
    if (says('calls', 'records') && isNumber) return undefined;
    const text = near.slice(start, textEnd);
    // An account's key is a secret, and may be a UUID.
    if (!says(...ofCall) && /key/i.test(text)) return undefined;
    const isStrong =
      (says(...ofCall, 'vendor') && (leastDigits < 5 || says('log', 'record'))) ||
      /log[\W_]*id$/i.test(text) ||
      (says('call') && says('vendor'));
    if (!isStrong && !says('call', 'vendor')) return undefined;
    const label = { text, start: from + start, end: from + textEnd, leastDigits, isNumber, isStrong };
    return named.size > 0 ? { ...label, vendors: [...named] } : label;
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

/** Whether a word belongs to the one at `next`: not to "Contact support. Call ID", nor to "a meeting Call ID". */
function isOneName(text: string, start: number, end: number, next: number): boolean {
  const between = text.slice(end, next);
  return /^[\s_-]*$/.test(between) && !(between && /[a-z]/.test(text[start]!) && /[A-Z]/.test(text[next]!));
}

/** Whether a word may begin at `at`: after anything but a letter, in camelCase, or in a script without spaces. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1]!;
  const first = text[at]!;
  if (before === '_' || !letter.test(before) || !letter.test(first)) return true;
  return /[a-z\d]/.test(before) && /[A-Z]/.test(first);
}
