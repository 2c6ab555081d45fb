import type { ProviderIds } from './idShapes';
import type { LabelVocabulary } from './labels';
import type { Rules } from './rules';
import { looksMade } from './looksMade';

/** How far before a value its label may begin in the text of the page. */
export const reach = 96;

/** The same of a word for a call that is a label by itself. */
const shortReach = 48;
/** The same where help of whole sentences stands between. */
const farReach = 320;
/** A number right behind a sentence, or on a line of its own. */
const sentence = /[.!?)]$|\s\s$/;

/** Of one cell's number, the next cell's words (no hex) and another number, all glued together, what comes before that. */
const glued = /^.*?(?=[A-Fa-f]*[G-Zg-z_])[A-Za-z_]{3,}(?=\d\w\w)/;

/** Characters of it: two cells and a name. */
const longest = 200;

/** What is left of a UUID from a digit on, in whichever of its groups that stands: nothing inside it is another ID. */
const restOfUuid = /[\da-f]{1,8}(?:-[\da-f]{4}){0,3}-[\da-f]{12}/iy;
/** Behind one, where a list may go on. */
const nextOfList = /\s*(?:[,;/&+、]|(?:and|und|et|y|e|en|i|ve)\s)/y;

/** Where the UUID ends that a digit stands in; `undefined` where it stands in none. `wordEnd`: of the letters and digits around. */
function uuidEnd(text: string, at: number, wordEnd: number): number | undefined {
  if (text.charCodeAt(wordEnd) !== hyphen) return undefined;
  restOfUuid.lastIndex = at;
  return restOfUuid.test(text) ? restOfUuid.lastIndex : undefined;
}
const hyphen = 45;

/** What nobody sees, inside an ID too. */
const unseen = '\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff';
const unseenSigns = new RegExp(`[${unseen}]`, 'g');
const cut = '\\[?(?:…|\\.\\.|••|\\*\\*)';
const cutWord = new RegExp(`^[\\w-]+${cut}`);

/**
 * Where in a text a call ID may be: offsets in order, each in the first digits of an ID or at its prefix. `before` is the text before it, for a label there;
 * `labelled` that the label may stand elsewhere, so that every number counts.
 */
export type Prefilter = (text: string, before: () => string, labelled: boolean) => number[];

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const none: number[] = [];
const ownLabels = (rules: Rules) => rules.labels.map((label) => `(?i:${escaped(label)})`);

/** The test without which a text holds no label. */
export function labelTest({ stems }: LabelVocabulary, rules: Rules): (text: string) => boolean {
  const test = new RegExp([stems, ...ownLabels(rules)].join('|'), 'i');
  return (text) => test.test(text);
}

/**
 * The test without which a text before a number holds no label: a word for calls, and beside it another one or what names an ID, or the number
 * itself, unless that is a UUID. One expression that spells out the order of all languages' words took 85 ms to compile, in every frame.
 */
export function labelHint(labels: LabelVocabulary, rules: Rules): (near: string, isOfUuid?: boolean) => boolean {
  const subjects = new RegExp(labels.subjects, 'gi');
  const names = new RegExp(labels.names);
  const own = rules.labels.length > 0 ? new RegExp(ownLabels(rules).join('|')) : undefined;
  const vendors = new RegExp(Object.keys(labels.vendors).join('|') || '(?!)', 'i');
  return (near, isOfUuid = false) => {
    if (own?.test(near)) return true;
    let count = 0;
    let last = 0;
    subjects.lastIndex = 0;
    if (isOfUuid) return subjects.test(near) && (names.test(near) || vendors.test(near));
    for (let found = subjects.exec(near); found; found = subjects.exec(near)) {
      count++;
      last = found.index;
    }
    return count > 1 || (count === 1 && (near.length - last < shortReach || names.test(near)));
  };
}

/**
 * The test most of a page is dismissed by. A superset: it reads `textContent`, where neighbouring cells are glued together, so it
 * asks for no word boundaries and only for a label somewhere before; everything it names is judged exactly after. Each test is one
 * native search, linear on any text.
 */
export function prefilter(ids: ProviderIds, labels: LabelVocabulary, rules: Rules): Prefilter {
  const prefixes = Object.values(ids)
    .flat()
    .filter((shape) => shape.kind === 'prefix')
    .map(({ prefix, pattern }) => ({ prefix, find: new RegExp(`^${pattern}`) }));
  const hasLabel = labelHint(labels, rules);
  const subjects = new RegExp(labels.subjects, 'i');
  const wordAhead = '(?:\\s*\\n\\s*)?(?=[A-Za-z\\u00aa-\\uffff])';
  const wordBehind = new RegExp(wordAhead, 'y');
  const numberAndWord = new RegExp(`[${labels.digits}](?:[.,'’\\u00a0\\u202f]?[${labels.digits}])+${wordAhead}`, 'y');
  // Three characters from a digit on: every number of three digits, every hex run, no day, hour or percentage.
  const digits = new RegExp(`[${labels.digits}][\\w${labels.digits}${unseen}]{2,}`, 'g');
  // Searched for by what is rare in any text: six times as fast as a search for the words before it.
  const signs = [...new Set(prefixes.map(({ prefix }) => prefix.slice(-1)))].join('');
  const separator = new RegExp(`[${signs}](?=[\\w${unseen}]{6}|\\w*${cut})`, 'g');
  return (text, before, labelled) => {
    let hits = none;
    const hit = (at: number) => (hits === none ? (hits = [at]) : hits.push(at));
    const near = (at: number, far: number) => (at < far ? before() : '') + text.slice(Math.max(0, at - far), at);
    function isAbove(at: number, end: number | undefined): boolean {
      const behind = end === undefined ? numberAndWord : wordBehind;
      behind.lastIndex = end ?? at;
      return behind.test(text) && subjects.test(text.slice(behind.lastIndex, behind.lastIndex + reach));
    }
    function isListed(end: number): boolean {
      nextOfList.lastIndex = end;
      return nextOfList.test(text);
    }
    function hasFarLabel(at: number): boolean {
      if (!sentence.test(text.slice(Math.max(0, at - 2), at))) return false;
      let end = at;
      while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
      return hasLabel(near(end, farReach));
    }
    digits.lastIndex = 0;
    let last = -reach;
    for (let match = digits.exec(text); match; match = digits.exec(text)) {
      const at = match.index;
      const end = uuidEnd(text, at, digits.lastIndex);
      if (
        labelled ||
        at - last <= 40 ||
        hasLabel(near(at, reach), end !== undefined) ||
        isAbove(at, end) ||
        hasFarLabel(at)
      ) {
        hit(at);
        // A column of UUIDs is no list.
        last = end === undefined ? at : isListed(end) ? end : -reach;
      }
      const first = end === undefined && match[0].length > 8 && glued.exec(match[0].slice(0, longest));
      if (end !== undefined) digits.lastIndex = end;
      else if (first) digits.lastIndex = at + first[0].length;
    }
    separator.lastIndex = 0;
    while (separator.test(text))
      for (const { prefix, find } of prefixes) {
        const at = separator.lastIndex - prefix.length;
        if (at < 0 || !text.startsWith(prefix, at)) continue;
        const word = text.slice(at, at + 90).replace(unseenSigns, '');
        if (looksMade(find.exec(word)?.[0] ?? '') || cutWord.test(word)) hit(at);
      }
    for (const { find } of rules.patterns) for (const match of text.matchAll(find)) hit(match.index);
    return hits.length > 1 ? hits.sort((a, b) => a - b) : hits;
  };
}
