import type { Fact, Json } from '../call/call';
import { phoneOf, samePhone } from '../call/phone';
import { datesOfValue, sameDate } from '../evidence/dates';
import { amountOf } from '../evidence/amounts';
import { akin, nameWords } from '../evidence/fieldWords';
import { fold } from '../evidence/tokens';

/** A field of the CRM record on screen: its label and its value, as the page shows them. */
export interface RecordField {
  label: string;
  value: string;
}

/** An extracted value beside the record's field of the same meaning. `missing`: the record has no such field, or it is empty. */
export interface Comparison {
  fact: Fact;
  field?: RecordField;
  outcome: 'equal' | 'different' | 'missing';
}

// What CRMs and voice agents call the same thing. A label belongs to the first meaning it fits.
const meanings: [string, RegExp][] = [
  ['email', /e ?mail/],
  ['phone', /phone|mobile|cell|whatsapp|telephone|\btel\b/],
  ['first name', /^(?:first|given|fore) ?name|^firstname/],
  ['last name', /^(?:last|family|sur) ?name|^surname|^lastname/],
  ['company', /company|organi[sz]ation|\bcompany name|^business( name)?$|^employer|^account name/],
  ['name', /^(?:full |contact |customer |user |caller |lead |client )?name$|^(?:customer|contact|caller|client)$/],
  ['job title', /job|\btitle\b|position|^role$/],
  ['website', /website|^url$|^domain$|homepage/],
  ['birthday', /birth|\bdob\b/],
  ['postal code', /^zip|postal|post ?code/],
  ['city', /\bcity$|^town$/],
  ['budget', /budget/],
];

const plain = (label: string) =>
  fold(label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function meaningOf(label: string): string | undefined {
  const words = plain(label);
  return meanings.find(([, shape]) => shape.test(words))?.[0];
}

/** A label as it is compared with others. */
const readLabel = (label: string) => ({ plain: plain(label), meaning: meaningOf(label), words: nameWords(label) });
type Label = ReturnType<typeof readLabel>;

/** Whether two labels name the same field: the same meaning, or the same telling words. */
function sameLabel(a: Label, b: Label): boolean {
  if (a.plain === b.plain) return true;
  if (a.meaning || b.meaning) return a.meaning === b.meaning;
  const [left, right] = [a.words, b.words];
  return left.length > 0 && left.length === right.length && left.every((word) => right.some((one) => akin(word, one)));
}

const isPhone = (text: string) =>
  /^\s*[+(]?\d[\d\s()./-]*(?:(?:ext\.?|x|#)\s?\d+\s*)?$/i.test(text) && phoneOf(text) !== undefined;

const text = (value: Json): string => {
  if (Array.isArray(value)) return value.map(text).join(', ');
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
};

const yes = /^(?:yes|true|y|on|checked)$/i;
const no = /^(?:no|false|n|off|unchecked)$/i;
const words = (value: string) => plain(value).split(' ').sort().join(' ');

/**
 * Whether two values say the same: telephone numbers as `samePhone` does, dates by the day (an ambiguous one equals either reading),
 * amounts by the number, yes and no in any of their spellings, lists in any order, text without case, accents and punctuation.
 */
export function sameValue(a: string, b: string): boolean {
  if (a.includes('@') || b.includes('@')) return a.trim().toLowerCase() === b.trim().toLowerCase();
  if (plain(a) === plain(b) && plain(a) !== '') return true;
  const [datesA, datesB] = [datesOfValue(a), datesOfValue(b)];
  if (datesA.length > 0 && datesB.length > 0) return datesA.some((one) => datesB.some((other) => sameDate(one, other)));
  if (isPhone(a) && isPhone(b)) return samePhone(a, b);
  const [amountA, amountB] = [amountOf(a), amountOf(b)];
  if (amountA && amountB) return amountA.value === amountB.value && amountA.percent === amountB.percent;
  if ((yes.test(a) && yes.test(b)) || (no.test(a) && no.test(b))) return true;
  return /[,;]/.test(a + b) && words(a) === words(b);
}

/**
 * Puts an extracted fact beside the record's field of the same meaning. Where several fields have the meaning ("Phone", "Mobile"), an
 * equal one is taken before a different one.
 */
export function comparer(fields: RecordField[]): (fact: Fact) => Comparison {
  const filled = fields
    .filter(({ value }) => value.trim() !== '')
    .map((field) => ({ field, label: readLabel(field.label) }));
  return (fact) => {
    const value = text(fact.value).trim();
    const name = readLabel(fact.name);
    const fitting = filled.flatMap(({ field, label }) => (sameLabel(name, label) ? [field] : []));
    const equal = fitting.find((field) => sameValue(value, field.value));
    const field = equal ?? fitting[0];
    return { fact, field, outcome: equal ? 'equal' : field ? 'different' : 'missing' };
  };
}

/** Each extracted fact so, in the facts' order. Absent facts are left out. */
export const compare = (facts: Fact[], fields: RecordField[]): Comparison[] =>
  facts.filter(({ absent }) => !absent).map(comparer(fields));
