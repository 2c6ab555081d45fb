import { findIds } from '../../page/detect/findIds';
import { fail } from '../../errors';
import type { FoundId } from '../../call/lookUp';
import { idShapes, providerPages } from '../../providers/idShapes';
import { providersOf } from './lookUp';

/** The IDs in a text a person gave, each once. Throws `empty-text` or `no-ids`. */
export function idsIn(text: string): FoundId[] {
  const alone = text.trim();
  if (!alone) fail('empty-text');
  // A text that is nothing but one ID is that ID, however little it looks like one.
  if (providersOf(alone).length > 0) return [{ id: alone, providers: providersOf(alone) }];
  const found = new Map(findIds(text, idShapes, providerPages).map((each) => [each.id, each.providers]));
  if (found.size === 0) fail('no-ids');
  return [...found].map(([id, possible]) => ({ id, providers: possible }));
}
