import type { Json } from '../call/call';
import { isMembers } from '../call/jsonPointer';
import { changedItems, changedMembers } from './changed';
import { mask } from './mask';

/** The reply with a secret that we know masked wherever it stands: a provider may repeat the key it was sent. */
export function without(secret: string, value: Json): Json {
  // A few characters are no key, and stand in any text.
  if (secret.length < 8) return value;
  if (typeof value === 'string') return value.replaceAll(secret, mask);
  if (Array.isArray(value)) return changedItems(value, (item) => without(secret, item));
  if (!isMembers(value)) return value;
  return changedMembers(value, (name, member) => [name.replaceAll(secret, mask), without(secret, member)]);
}
