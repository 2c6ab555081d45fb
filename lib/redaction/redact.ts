import type { Json } from '../call/call';
import { child, isMembers as isObject, type Members } from '../call/jsonPointer';
import { maskUrl } from './addresses';
import { mask } from './mask';
import { isBenignHeader, isOpaque, isOrdinary, kindOfName, type SecretKind } from './names';
import { answers } from './lines';
import { maskShapes } from './secrets';
import { type KeyRules, rulesFor } from './shapes';

// TypeScript's library does not know ECMAScript's JSON.parse source text access yet.
declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (this: unknown, name: string, value: unknown, context: { source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): Json;
    isRawJSON(value: unknown): boolean;
  }
}

const deepest = 400;
const isMembers = (value: Json): value is Members => isObject(value) && !JSON.isRawJSON(value);

/** What was masked on the way: where, and the secrets that were a field's whole text, each with its mask. */
interface Found {
  masked: string[];
  secrets: Map<string, string>;
  /** Also where no pointer leads: a masked name has none in the reply. */
  changed: boolean;
  /** The rules that can find something in what is looked through. */
  rules: KeyRules;
}

const nothing = (rules: KeyRules): Found => ({ masked: [], secrets: new Map(), changed: false, rules });

/**
 * A reply with its secrets masked, and the RFC 6901 pointers of the leaves in which something was masked. Secrets are known by
 * the names of fields, by the shape of values also inside longer texts, and by both inside texts that hold JSON. Names that are secrets
 * are masked, too; no pointer leads below them, since the reply has no such name.
 */
export function redact(raw: Json): { value: Json; masked: string[] } {
  const found = nothing(rulesFor(JSON.stringify(raw)));
  const value = scrub(raw, undefined, { pointer: '', depth: 0, extracted: false }, found);
  if (found.secrets.size === 0) return { value, masked: found.masked };
  const all = new Set(found.masked);
  // The longest first: one may begin with another.
  const wanted = [...found.secrets].toSorted(([a], [b]) => b.length - a.length).slice(0, mostRepeated);
  return { value: maskRepeated(value, wanted, '', all), masked: [...all] };
}

/** So many secrets are looked for in the rest of a reply, or one could be made that takes all day. */
const mostRepeated = 50;

/** Whether a text is a secret that is masked elsewhere, too. Short texts and words may stand elsewhere by themselves. */
const isWholeSecret = (text: string, shown: Json) =>
  (shown === mask || (URL.canParse(text) && shown === maskUrl(text))) && /^(?=\D*\d)\S{16,2000}$/.test(text);

/** A secret known by the name of its field may be repeated in other texts: `Webhook to https://…`. */
function maskRepeated(value: Json, secrets: [string, string][], pointer: string, masked: Set<string>): Json {
  if (typeof value === 'string') {
    const result = secrets.reduce((text, [secret, shown]) => text.replaceAll(secret, shown), value);
    if (result !== value) masked.add(pointer);
    return result;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => maskRepeated(item, secrets, child(pointer, index), masked));
  }
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskRepeated(member, secrets, child(pointer, name), masked)]),
  );
}

/** A vendor's sentence with its secrets masked. */
export const redactText = (text: string) =>
  scrubText(text, undefined, { depth: 0, extracted: false }, nothing(rulesFor(text)));

/** The reply with a secret that we know masked wherever it stands: a provider may repeat the key it was sent. */
export function without(secret: string, value: Json): Json {
  // A few characters are no key, and stand in any text.
  if (secret.length < 8) return value;
  if (typeof value === 'string') return value.replaceAll(secret, mask);
  if (Array.isArray(value)) return value.map((each) => without(secret, each));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, each]) => [name.replaceAll(secret, mask), without(secret, each)]);
  return Object.fromEntries(members) as Json;
}

interface Place {
  /** Absent below a masked name. */
  pointer?: string;
  depth: number;
  /** Within what a call was asked to note: there names are of the call's subject. */
  extracted: boolean;
}

const below = ({ pointer, depth, extracted }: Place, name: string | number): Place => ({
  pointer: pointer === undefined ? undefined : child(pointer, name),
  depth: depth + 1,
  extracted: extracted || (typeof name === 'string' && /extract|collected|analysis/i.test(name)),
});

function scrub(value: Json, kind: SecretKind | undefined, place: Place, found: Found): Json {
  const note = (result: Json) => {
    if (result === value) return result;
    found.changed = true;
    if (place.pointer !== undefined) found.masked.push(place.pointer);
    if (typeof value === 'string' && isWholeSecret(value, result)) found.secrets.set(value, result as string);
    return result;
  };
  if (place.depth > deepest) return note(mask);
  if (typeof value === 'string') return note(scrubText(value, kind, place, found));
  if (typeof value === 'number' || (value !== null && JSON.isRawJSON(value)))
    return note(kind === 'secret' ? mask : value);
  if (Array.isArray(value)) return value.map((item, index) => scrub(item, kind, below(place, index), found));
  if (!isMembers(value)) return value;
  const taken = new Map<string, number>();
  // Object.fromEntries defines own members, also one called __proto__.
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const inside = kindOfMember(value, name, kind, place.extracted);
      const shown = shownName(name, taken, found.rules);
      const there = below(place, name);
      if (shown === name) return [name, scrub(member, inside, there, found)];
      found.changed = true;
      if (isWholeSecret(name, shown)) found.secrets.set(name, mask);
      return [shown, scrub(member, inside, { ...there, pointer: undefined }, found)];
    }),
  );
}

/** A member's name with the secrets in it masked; no two of one object become the same. */
function shownName(name: string, taken: Map<string, number>, rules: KeyRules): string {
  const masked = name.length < 8 ? name : maskShapes(name, rules);
  if (masked === name) return name;
  const count = (taken.get(masked) ?? 0) + 1;
  taken.set(masked, count);
  return count === 1 ? masked : `${masked} ${count}`;
}

/** In `{ key: 'X-Api-Key', value: '…' }` the name of the secret is itself a value. */
function kindOfMember(
  owner: Members,
  name: string,
  kind: SecretKind | undefined,
  extracted: boolean,
): SecretKind | undefined {
  if (kind === 'secret') return 'secret';
  const pairName = [owner.key, owner.name].find((candidate) => typeof candidate === 'string');
  const isPairValue = pairName !== undefined && /^(value|example|default)$/i.test(name);
  if (kind === 'headers') {
    if (isPairValue) return isBenignHeader(pairName) ? undefined : 'secret';
    if (pairName !== undefined && 'value' in owner) return kindOfName(name);
    return isBenignHeader(name) ? undefined : 'secret';
  }
  const named = isPairValue && kindOfName(pairName) ? pairName : name;
  const own = kindOfName(named) ?? (isHook(name, owner[name]) ? 'url' : kind);
  return own === 'secret' && extracted && isOrdinary(named) ? 'opaque' : own;
}

/** Whether a member is the address of a webhook: a name that says no more than that may also hold what became of it. */
const isHook = (name: string, value?: Json) =>
  /webhooks?$/i.test(name) &&
  typeof value === 'string' &&
  /^\s*(?:https?:\/\/|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/)\S+\s*$/i.test(value);

/** Whether a text is an address of a page, not of a house, nor “n/a”. */
const leads = (text: string) => /^\s*\S{5,}\s*$/.test(text) && (/[:/]|\.[a-z]{2}/i.test(text) || isOpaque(text));

function scrubText(text: string, kind: SecretKind | undefined, place: Place, found: Found): string {
  if (text.trim() === '' || text === mask) return text;
  if (kind === 'secret') return place.extracted && answers.test(text.trim()) ? text : mask;
  const held = heldJson(text);
  if (held !== undefined) {
    // Escapes may have hidden the words by which rules are chosen.
    const inside = { ...nothing(rulesFor(JSON.stringify(held))), secrets: found.secrets };
    const value = scrub(held, kind, { depth: place.depth + 1, extracted: place.extracted }, inside);
    return inside.changed ? JSON.stringify(value) : maskShapes(text, found.rules);
  }
  if (kind === 'headers' || (kind === 'opaque' && isOpaque(text))) return mask;
  if (kind === 'url' && leads(text)) return maskUrl(text);
  if (kind === 'recording' && /[/:]/.test(text) && !/^\W*n\/a\W*$/i.test(text)) return maskUrl(text);
  return maskShapes(text, found.rules);
}

/** The object or array a text holds. Numbers that JavaScript would round keep their digits. */
function heldJson(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text, (_name, value, { source }) =>
      typeof value === 'number' && source !== undefined && String(value) !== source ? JSON.rawJSON(source) : value,
    ) as Json;
  } catch {
    return undefined;
  }
}
