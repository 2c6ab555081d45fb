import { findIds } from '../../page/detect/findIds';
import { asWritten } from '../../page/detect/uuid';
import { visible } from '../../page/detect/pasted/characters';
import { fail } from '../../errors';
import type { FoundId } from '../../call/lookUp';
import { providerById } from '../../providers';
import { idShapes, providerPages } from '../../providers/idShapes';
import { labels } from '../../providers/labels';
import { hasOpaqueIds, providersOf } from './lookUp';

/**
 * The IDs in a text the user gave, each once. `provider` is whom the user chose: each word is an ID where its IDs look like nothing in
 * particular. Throws `empty-text` or `no-ids`.
 */
export function idsIn(text: string, provider?: string): FoundId[] {
  const alone = asWritten(visible(text).trim());
  if (!alone) fail('empty-text');
  if (provider && hasOpaqueIds(providerById(provider))) {
    return [...new Set(alone.split(/\s+/))].map((id) => ({ id, providers: [provider] }));
  }
  // A text that is nothing but one ID is that ID, however little it looks like one.
  if (providersOf(alone).length > 0) return [{ id: alone, providers: providersOf(alone) }];
  const found = new Map(findIds(text, idShapes, labels, providerPages).map((each) => [each.id, each.providers]));
  if (found.size === 0) fail('no-ids');
  return [...found].map(([id, possible]) => ({ id, providers: possible }));
}
