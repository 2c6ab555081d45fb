import type { Fact, FieldProblem, Json, Timestamp } from '../../call/call';
import { parseJson } from '../../call/exactJson';
import { child, isMembers, ownMember } from '../../call/jsonPointer';
import { mask } from '../../redaction/mask';

/**
 * One place in a redacted reply. Readers take what they can: `undefined`, `null`, `false` and blank text mean "nothing" (OmniDimension
 * writes `false` for every missing value); whatever else cannot be read as asked is noted in `problems`, by pointer.
 */
export interface Field {
  value: Json | undefined;
  pointer: string;
  problems: Map<string, FieldProblem>;
  /** Inside JSON that the provider wrote into a text: the pointer stays that of the text. */
  inText?: boolean;
}

type Path = (string | number)[];

export const root = (raw: Json): Field => ({ value: raw, pointer: '', problems: new Map() });

/** The field at a path below `field`; its value is `undefined` where there is none. Reads own members only. */
export const at = (field: Field, ...path: Path): Field => path.reduce<Field>(member, field);

function member({ value, pointer, problems, inText }: Field, step: string | number): Field {
  return { value: ownMember(value, step), pointer: inText ? pointer : child(pointer, step), problems, inText };
}

export const isAbsent = ({ value }: Field) =>
  value === undefined || value === null || value === false || (typeof value === 'string' && value.trim() === '');

/** The first of the fields that holds something; the last one where none does. */
export const firstOf = (fields: Field[]): Field => fields.find((field) => !isAbsent(field)) ?? (fields.at(-1) as Field);

/** The first of the named members that holds something; the last one where none does. */
export const first = (owners: Field | Field[], ...names: string[]): Field =>
  firstOf(names.flatMap((name) => [owners].flat().map((owner) => at(owner, name))));

const kindOf = (value: Json | undefined) => (Array.isArray(value) ? 'array' : typeof value);

function unreadable({ value, pointer, problems }: Field, expected: string): undefined {
  problems.set(pointer, { pointer, expected, got: kindOf(value) });
}

/** Text as sent; a number as its digits. */
export function text(field: Field, ...path: Path): string | undefined {
  const found = at(field, ...path);
  if (isAbsent(found)) return undefined;
  if (typeof found.value === 'string') return found.value;
  if (typeof found.value === 'number') return String(found.value);
  return unreadable(found, 'string');
}

const noteTooMany = ({ pointer, problems }: Field, got: number) =>
  problems.set(pointer, { pointer, expected: `at most ${mostFacts} members`, got: `${got}` });

/** What was reckoned from a field's number, unless that was too large to reckon with. */
export const finite = (reckoned: number, field: Field): number | undefined =>
  Number.isFinite(reckoned) ? reckoned : unreadable(field, 'number');

/** A finite number, also where it was sent as a text of digits. */
export function number(field: Field, ...path: Path): number | undefined {
  const found = at(field, ...path);
  if (isAbsent(found) || found.value === mask) return undefined;
  const { value } = found;
  const read = typeof value === 'string' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : unreadable(found, 'number');
}

/** `true` or `false`, also as a text or as 1 and 0. */
export function flag(field: Field, ...path: Path): boolean | undefined {
  const found = at(field, ...path);
  const { value } = found;
  if (value === undefined || value === null || value === '') return undefined;
  const word = String(typeof value === 'object' ? '' : value).toLowerCase();
  if (['true', '1'].includes(word)) return true;
  if (['false', '0'].includes(word)) return false;
  return unreadable(found, 'boolean');
}

/** The members of a list; nothing where there is no list. An object without members is an empty list. */
export function items(field: Field, ...path: Path): Field[] {
  const found = parsed(at(field, ...path));
  if (Array.isArray(found.value)) return found.value.map((_, index) => at(found, index));
  if (!isAbsent(found) && !isEmpty(found.value)) unreadable(found, 'array');
  return [];
}

/** The members of an object by name; nothing where there is no object. An empty list is an object without members. */
export function entries(field: Field, ...path: Path): [name: string, member: Field][] {
  const found = parsed(at(field, ...path));
  if (isMembers(found.value)) return Object.keys(found.value).map((name) => [name, at(found, name)]);
  if (!isAbsent(found) && !isEmpty(found.value)) unreadable(found, 'object');
  return [];
}

const isEmpty = (value: Json | undefined) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The field itself, or, where it is a text that holds a JSON object or list, what that text holds. */
export function parsed(field: Field): Field {
  if (typeof field.value !== 'string' || !/^\s*[{[]/.test(field.value)) return field;
  try {
    return { ...field, value: parseJson(field.value), inText: true };
  } catch {
    return field;
  }
}

const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i;

/** A time as sent, with `iso` only where its zone is stated. A number is Unix time, in seconds or milliseconds. */
export function time(field: Field, ...path: Path): Timestamp | undefined {
  const found = at(field, ...path);
  const sent = text(found);
  if (sent === undefined) return undefined;
  const unix = typeof found.value === 'number' ? found.value * (found.value < 1e11 ? 1000 : 1) : undefined;
  const date = new Date(unix ?? (zoned.test(sent) ? sent.replace(' ', 'T') : Number.NaN));
  return Number.isNaN(date.getTime()) ? { text: sent } : { text: sent, iso: date.toISOString() };
}

/** The ways a provider says that a value is missing. */
const isMissing = (value: Json) =>
  value === null || (typeof value === 'string' && ['', 'not provided'].includes(value.trim().toLowerCase()));

/** A name/value pair whose value is a field as it is. */
export const fact = (name: string, { value = null, pointer }: Field): Fact => ({
  name,
  value,
  absent: isMissing(value),
  pointer,
});

/** Of an object of more members only so many become facts: nobody reads them one by one, and all are among the reply's fields. */
const mostFacts = 5_000;

/** Name/value pairs from an object, from a list of `{key, value}` in any spelling, from either as JSON in a text, or from a lone value. */
export function facts(field: Field, ...path: Path): Fact[] {
  const found = parsed(at(field, ...path));
  if (isAbsent(found)) return [];
  if (isMembers(found.value)) {
    const names = Object.keys(found.value);
    if (names.length > mostFacts) noteTooMany(found, names.length);
    return names.slice(0, mostFacts).map((name) => fact(name, at(found, name)));
  }
  if (!Array.isArray(found.value)) return [fact(String(path.at(-1) ?? ''), found)];
  return items(found).map((item, index) => {
    const name = first(item, 'key', 'name', 'variable_name');
    const isPair = typeof name.value === 'string' && isMembers(item.value) && Object.hasOwn(item.value, 'value');
    return isPair ? fact(String(name.value), at(item, 'value')) : fact(String(index + 1), item);
  });
}
