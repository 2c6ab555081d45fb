import type { ProviderIds } from './idShapes';

export interface Shape {
  provider: string;
  kind: 'prefix' | 'bare';
  /** The provider's pattern, bounded so that it is never part of a longer token. Global: set `lastIndex` or use `matchAll`. */
  find: RegExp;
}

/** Latin, Greek and Cyrillic letters, digits and `_` make a token longer; Chinese or Japanese text has no spaces and does not. */
const inToken = '[\\w\\u00aa-\\u052f]';

const compiled = new WeakMap<ProviderIds, Shape[]>();

/** The expressions of all providers' IDs, compiled once per list. */
export function compile(ids: ProviderIds): Shape[] {
  let shapes = compiled.get(ids);
  if (!shapes) {
    shapes = Object.entries(ids).flatMap(([provider, list]) =>
      list.map(({ kind, pattern }) => ({
        provider,
        kind,
        find: new RegExp(`(?<!${inToken})(?:${pattern})(?!${inToken})`, 'g'),
      })),
    );
    compiled.set(ids, shapes);
  }
  return shapes;
}

/** A stretch of text that has the shape of an ID: nothing is said yet about what stands around it. */
export interface Token {
  id: string;
  start: number;
  end: number;
  providers: string[];
  prefix: boolean;
  /** A number in groups or with an empty fraction: an ID only where a label says so. */
  isWritten?: boolean;
}

/** Every token of `text` that has the shape of an ID of some provider, in order; at most `limit` of each shape. */
export function tokens(text: string, ids: ProviderIds, limit = 10_000): Token[] {
  const found: Token[] = [];
  for (const { provider, kind, find } of compile(ids)) {
    let left = limit;
    find.lastIndex = 0;
    for (let match = find.exec(text); match && left > 0; match = find.exec(text), left--) {
      const id = match[0];
      found.push({
        id,
        start: match.index,
        end: match.index + id.length,
        providers: [provider],
        prefix: kind === 'prefix',
      });
    }
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Token[] = [];
  for (const token of found) {
    const last = merged.at(-1);
    if (!last || token.start >= last.end) merged.push(token);
    else if (token.id === last.id) {
      last.providers = [...new Set([...last.providers, ...token.providers])];
      last.prefix ||= token.prefix;
    }
  }
  return merged;
}
