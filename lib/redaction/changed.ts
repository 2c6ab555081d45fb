import type { Json } from '../call/call';
import type { Members } from '../call/jsonPointer';

// A large reply takes long to write anew, and most of them hold nothing to mask.

/** The list with its items changed; itself where none is. */
export function changedItems(list: Json[], change: (item: Json, index: number) => Json): Json[] {
  const changed = list.map(change);
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

/** The object with its members changed, in their order; itself where none is. `change` may give a member another name. */
export function changedMembers(
  owner: Members,
  change: (name: string, member: Json) => [name: string, member: Json] | undefined,
): Members {
  const changed = new Map<string, [name: string, member: Json]>();
  for (const name of Object.keys(owner)) {
    const member = owner[name] as Json;
    const result = change(name, member);
    if (result && (result[0] !== name || result[1] !== member)) changed.set(name, result);
  }
  if (changed.size === 0) return owner;
  // Defines own members, also one called __proto__.
  return Object.fromEntries(Object.entries(owner).map((pair) => changed.get(pair[0]) ?? pair));
}
