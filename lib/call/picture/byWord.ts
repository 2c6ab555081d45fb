import type { Counted } from '../figures';
import type { Chart, Dimension, Part } from './chart';

interface Words {
  /** The order of the keys that are known; others follow, the commonest first. */
  order?: readonly string[];
  /** So many parts at most: the rarest are one together. */
  most: number;
  /** What the rarest are called together. */
  rest: () => string;
}

/** The key of the rest: no vendor's word is one. */
const restKey = '\0rest';

/** Calls by a word of theirs. Empty where none has one. */
export function byWord(
  by: Dimension,
  calls: Counted[],
  partOf: (call: Counted) => Part | undefined,
  { order = [], most, rest }: Words,
): Chart {
  const counts = new Map<string, { part: Part; count: number }>();
  for (const call of calls) {
    const part = partOf(call);
    if (!part) continue;
    const known = counts.get(part.key);
    if (known) known.count++;
    else counts.set(part.key, { part, count: 1 });
  }
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const all = [...counts.values()]
    .toSorted((a, b) => place(a.part.key) - place(b.part.key) || b.count - a.count)
    .map(({ part }) => part);
  if (all.length <= most) return { by, parts: all, keyOf: (call) => partOf(call)?.key };
  const parts = all.slice(0, most - 1);
  const shown = new Set(parts.map(({ key }) => key));
  return {
    by,
    parts: [...parts, { key: restKey, word: rest() }],
    keyOf: (call) => {
      const key = partOf(call)?.key;
      return key === undefined || shown.has(key) ? key : restKey;
    },
  };
}
