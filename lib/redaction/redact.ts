import type { Json } from '../call/call';
import { child, isMembers as isObject, type Members, pointerAt } from '../call/jsonPointer';
import { mask } from './mask';
import { isBenignHeader, kindOfName, maskShapes, maskUrl, type SecretKind } from './secrets';

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

/**
 * A reply with its secrets masked, and the RFC 6901 pointers of the leaves in which something was masked. Secrets are known by
 * the names of fields, by the shape of values also inside longer texts, and by both inside texts that hold JSON.
 */
export function redact(raw: Json): { value: Json; masked: string[] } {
  const masked: string[] = [];
  const value = scrub(raw, undefined, '', masked, 0);
  const secrets = new Map(masked.flatMap((pointer) => wholeSecret(pointerAt(raw, pointer), pointerAt(value, pointer))));
  if (secrets.size === 0) return { value, masked };
  const all = new Set(masked);
  // The longest first: one may begin with another.
  const wanted = [...secrets].toSorted(([a], [b]) => b.length - a.length).slice(0, mostRepeated);
  return { value: maskRepeated(value, wanted, '', all), masked: [...all] };
}

/** So many secrets are looked for in the rest of a reply, or one could be made that takes all day. */
const mostRepeated = 50;

/** A secret that was a field's whole text, and its mask. Short texts and words may stand elsewhere by themselves. */
function wholeSecret(text: Json | undefined, shown: Json | undefined): [secret: string, shown: string][] {
  if (typeof text !== 'string' || typeof shown !== 'string') return [];
  const isWhole = shown === mask || (URL.canParse(text) && shown === maskUrl(text));
  return isWhole && /^(?=\D*\d)\S{16,2000}$/.test(text) ? [[text, shown]] : [];
}

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
export const redactText = (text: string) => scrubText(text, undefined, 0);

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

function scrub(value: Json, kind: SecretKind | undefined, pointer: string, masked: string[], depth: number): Json {
  const note = (result: Json) => {
    if (result !== value) masked.push(pointer);
    return result;
  };
  if (depth > deepest) return note(mask);
  if (typeof value === 'string') return note(scrubText(value, kind, depth));
  if (typeof value === 'number' || (value !== null && JSON.isRawJSON(value)))
    return note(kind === 'secret' ? mask : value);
  if (Array.isArray(value))
    return value.map((item, index) => scrub(item, kind, child(pointer, index), masked, depth + 1));
  if (!isMembers(value)) return value;
  // Object.fromEntries defines own members, also one called __proto__.
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const inside = kindOfMember(value, name, kind);
      return [name, scrub(member, inside, child(pointer, name), masked, depth + 1)];
    }),
  );
}

/** In `{ key: 'X-Api-Key', value: '…' }` the name of the secret is itself a value. */
function kindOfMember(owner: Members, name: string, kind: SecretKind | undefined): SecretKind | undefined {
  if (kind === 'secret') return 'secret';
  const pairName = [owner.key, owner.name].find((candidate) => typeof candidate === 'string');
  const isPairValue = pairName !== undefined && /^(value|example|default)$/i.test(name);
  if (kind === 'headers') {
    if (isPairValue) return isBenignHeader(pairName) ? undefined : 'secret';
    if (pairName !== undefined && 'value' in owner) return kindOfName(name);
    return isBenignHeader(name) ? undefined : 'secret';
  }
  return (isPairValue ? kindOfName(pairName) : undefined) ?? kindOfName(name) ?? kind;
}

function scrubText(text: string, kind: SecretKind | undefined, depth: number): string {
  if (text.trim() === '' || text === mask) return text;
  if (kind === 'secret') return mask;
  const held = heldJson(text);
  if (held !== undefined) {
    const masked: string[] = [];
    const value = scrub(held, kind, '', masked, depth + 1);
    return masked.length ? JSON.stringify(value) : maskShapes(text);
  }
  if (kind === 'headers') return mask;
  if (kind === 'url' || (kind === 'recording' && /[/:]/.test(text))) return maskUrl(text);
  return maskShapes(text);
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
