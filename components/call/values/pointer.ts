import type { Json } from '../../../lib/call/call';
import { child } from '../../../lib/call/jsonPointer';

/** One value that holds no others: a string, number, boolean, null, or an empty list or object. */
export interface Leaf {
  pointer: string;
  value: Json;
}

/** Members of a list or object; nothing for other values. */
export const members = (value: Json): [key: string, value: Json][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** Every leaf in document order. */
export function leaves(value: Json, pointer = '', found: Leaf[] = []): Leaf[] {
  const inside = members(value);
  if (inside.length === 0) found.push({ pointer, value });
  for (const [key, each] of inside) leaves(each, child(pointer, key), found);
  return found;
}

/** How many leaves there are. */
export function countLeaves(value: Json): number {
  const inside = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inside.length ? inside.reduce<number>((sum, each) => sum + countLeaves(each), 0) : 1;
}
