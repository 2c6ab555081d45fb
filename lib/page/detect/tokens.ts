import type { ProviderIds } from './idShapes';
import { asWritten } from './uuid';

export interface Shape {
  providers: string[];
  kind: 'prefix' | 'bare';
  /** The provider's pattern, bounded so that it is never part of a longer token. Global: set `lastIndex` or use `matchAll`. */
  find: RegExp;
}

/** Latin, Greek and Cyrillic letters, digits and `_` make a token longer; Chinese or Japanese text has no spaces and does not. */
const inToken = '[\\w\\u00aa-\\u052f]';

const compiled = new WeakMap<ProviderIds, Shape[]>();

/** The expressions of all providers' IDs, compiled once per list; one for all whose IDs look alike. */
export function compile(ids: ProviderIds): Shape[] {
  let shapes = compiled.get(ids);
  if (!shapes) {
    const all = Object.entries(ids).flatMap(([provider, list]) => list.map((shape) => ({ provider, ...shape })));
    shapes = [...Map.groupBy(all, ({ kind, pattern }) => `${kind} ${pattern}`).values()].map((alike) => ({
      providers: alike.map(({ provider }) => provider),
      kind: alike[0]!.kind,
      find: new RegExp(`(?<!${inToken})(?:${alike[0]!.pattern})(?!${inToken})`, 'g'),
    }));
    compiled.set(ids, shapes);
  }
  return shapes;
}

/** A stretch of text that has the shape of an ID: nothing is said yet about what stands around it. */
export interface Token {
  /** As its provider writes it. */
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
  for (const { providers, kind, find } of compile(ids)) {
    let left = limit;
    find.lastIndex = 0;
    for (let match = find.exec(text); match && left > 0; match = find.exec(text), left--) {
      const [shown] = match;
      found.push({
        id: asWritten(shown),
        start: match.index,
        end: match.index + shown.length,
        providers,
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
