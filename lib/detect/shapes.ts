import type { ProviderIds } from './ids';

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
}

/** Every token of `text` that has the shape of an ID of some provider, in order; at most `limit` of each shape. */
export function tokens(text: string, ids: ProviderIds, limit = 10_000): Token[] {
  const found = new Map<number, Token>();
  for (const { provider, kind, find } of compile(ids)) {
    let left = limit;
    for (const match of text.matchAll(find)) {
      const [id] = match;
      const other = found.get(match.index);
      if (other?.id === id) {
        if (!other.providers.includes(provider)) other.providers.push(provider);
        other.prefix ||= kind === 'prefix';
      } else if (!other || other.id.length < id.length) {
        const end = match.index + id.length;
        found.set(match.index, { id, start: match.index, end, providers: [provider], prefix: kind === 'prefix' });
      }
      if (--left === 0) break;
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
