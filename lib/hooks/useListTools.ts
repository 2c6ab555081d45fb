import { useQueryClient } from '@tanstack/react-query';
import type { Call } from '../call/call';
import type { CallRef } from '../call/callRef';
import { hidePersonalDataItem, noteItem } from '../storage/items';
import { callQuery } from '../ui/queries';
import type { Forbiddable } from '../storage/policy';
import { usePolicy } from './usePolicy';
import { useStored } from './useStored';

/** What is needed to take calls of a list away, beside the list itself. */
export interface ListTools {
  /** The parts of a copied note, as stored: see `readTemplate`. */
  note: unknown;
  /** Whether personal data is masked wherever a call is shown. */
  hidesPersonalData: boolean;
  /** What the user's organization does not allow. */
  forbidden: Forbiddable[];
  /** The whole call: from the cache, or asked for. Throws a `CallFailure`. */
  read(ref: CallRef): Promise<Call>;
}

export function useListTools(): ListTools {
  const client = useQueryClient();
  return {
    note: useStored(noteItem),
    hidesPersonalData: useStored(hidePersonalDataItem),
    forbidden: usePolicy().forbidden,
    read: async (ref) => (await client.fetchQuery(callQuery(ref))).call,
  };
}
