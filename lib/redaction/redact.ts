import type { Json } from '../call/call';
import { child, isMembers as isObject, type Members } from '../call/jsonPointer';
import { maskUrl } from './addresses';
import { changedItems, changedMembers } from './changed';
import { mask } from './mask';
import { isOpaque, type SecretKind } from './names';
import { kindOfMember, pairNameOf } from './kindOfMember';
import { answers } from './lines';
import { maskShapes } from './secrets';
import { type KeyRules, rulesFor } from './shapes';
import { textsOf } from './textsOf';

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
  const found = nothing(rulesFor(textsOf(raw, deepest).join('\n')));
  const value = scrub(raw, undefined, top, found);
  if (found.secrets.size === 0) return { value, masked: found.masked };
  const all = new Set(found.masked);
  // The longest first: one may begin with another.
  const wanted = [...found.secrets.keys()].toSorted((a, b) => b.length - a.length).slice(0, mostRepeated);
  const any = new RegExp(wanted.map(literally).join('|'), 'g');
  const hide = (text: string) => text.replace(any, (secret) => found.secrets.get(secret) ?? mask);
  return { value: maskRepeated(value, hide, top, all), masked: [...all] };
}

/** The source of an expression that matches this text alone. `RegExp.escape` is younger than the oldest browsers that are supported. */
const literally = (text: string) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);

/** So many secrets are looked for in the rest of a reply, or one could be made that takes all day. */
const mostRepeated = 50;

/** Whether a text is a secret that is masked elsewhere, too. Short texts and words may stand elsewhere by themselves. */
const isWholeSecret = (text: string, shown: Json) =>
  /^(?=\D*\d)\S{16,2000}$/.test(text) && (shown === mask || (URL.canParse(text) && shown === maskUrl(text)));

/** A secret known by the name of its field may be repeated in other texts: `Webhook to https://…`. */
function maskRepeated(value: Json, hide: (text: string) => string, place: Place, masked: Set<string>): Json {
  if (typeof value === 'string') {
    const result = hide(value);
    if (result !== value) masked.add(pointerOf(place));
    return result;
  }
  if (Array.isArray(value))
    return changedItems(value, (item, index) => maskRepeated(item, hide, below(place, index), masked));
  if (!isMembers(value)) return value;
  return changedMembers(value, (name, member) => [name, maskRepeated(member, hide, below(place, name), masked)]);
}

/** A vendor's sentence with its secrets masked. */
export const redactText = (text: string) =>
  scrubText(text, undefined, { ...top, unreachable: true }, nothing(rulesFor(text)));

/** Where something stands in a reply. Its pointer is made only where it is asked for: most places have nothing to mask. */
interface Place {
  above?: Place;
  step: string | number;
  /** The name of the object, or of the list it stands in. */
  owner: string;
  depth: number;
  /** Within what a call was asked to note: there names are of the call's subject. */
  extracted: boolean;
  /** Below a masked name, or inside a text: no pointer leads there. */
  unreachable: boolean;
}

const top: Place = { step: '', owner: '', depth: 0, extracted: false, unreachable: false };

const below = (above: Place, step: string | number): Place => ({
  above,
  step,
  owner: typeof step === 'string' ? step : above.owner,
  depth: above.depth + 1,
  extracted: above.extracted || (typeof step === 'string' && /extract|collected|analysis|structured/i.test(step)),
  unreachable: above.unreachable,
});

const pointerOf = ({ above, step }: Place): string => (above ? child(pointerOf(above), step) : '');

function scrub(value: Json, kind: SecretKind | undefined, place: Place, found: Found): Json {
  const note = (result: Json) => {
    if (result === value) return result;
    found.changed = true;
    if (!place.unreachable) found.masked.push(pointerOf(place));
    if (typeof value === 'string' && isWholeSecret(value, result)) found.secrets.set(value, result as string);
    return result;
  };
  if (place.depth > deepest) return note(mask);
  if (typeof value === 'string') return note(scrubText(value, kind, place, found));
  if (typeof value === 'number' || (value !== null && JSON.isRawJSON(value)))
    return note(kind === 'secret' ? mask : value);
  if (Array.isArray(value)) return changedItems(value, (item, index) => scrub(item, kind, below(place, index), found));
  if (!isMembers(value)) return value;
  const taken = new Map<string, number>();
  const pairName = pairNameOf(value);
  return changedMembers(value, (name, member) => {
    const inside = kindOfMember(value, pairName, name, kind, place);
    const shown = shownName(name, taken, found.rules);
    const there = below(place, name);
    if (shown === name) return [name, scrub(member, inside, there, found)];
    found.changed = true;
    if (isWholeSecret(name, shown)) found.secrets.set(name, mask);
    return [shown, scrub(member, inside, { ...there, unreachable: true }, found)];
  });
}

/** A member's name with the secrets in it masked; no two of one object become the same. */
function shownName(name: string, taken: Map<string, number>, rules: KeyRules): string {
  const masked = name.length < 8 ? name : maskShapes(name, rules);
  if (masked === name) return name;
  const count = (taken.get(masked) ?? 0) + 1;
  taken.set(masked, count);
  return count === 1 ? masked : `${masked} ${count}`;
}

/** Whether a text is an address of a page, not of a house, nor “n/a”. */
const leads = (text: string) => /^\s*\S{5,}\s*$/.test(text) && (/[:/]|\.[a-z]{2}/i.test(text) || isOpaque(text));

function scrubText(text: string, kind: SecretKind | undefined, place: Place, found: Found): string {
  if (text.trim() === '' || text === mask) return text;
  if (kind === 'secret') return place.extracted && answers.test(text.trim()) ? text : mask;
  const held = heldJson(text);
  if (held !== undefined) {
    // Escapes may have hidden the words by which rules are chosen.
    const rules = text.includes('\\') ? rulesFor(textsOf(held, deepest).join('\n')) : found.rules;
    const inside = { ...nothing(rules), secrets: found.secrets };
    const value = scrub(held, kind, { ...place, depth: place.depth + 1, unreachable: true }, inside);
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
