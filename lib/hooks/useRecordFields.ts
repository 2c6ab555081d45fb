import { useQuery } from '@tanstack/react-query';
import type { CallRef } from '../call/callRef';
import { ask } from '../messages';

/** The fields of the CRM record on screen, to compare a call with; read when a call is opened beside it. */
export function useRecordFields({ tab, address }: { tab?: number; address?: string }, shown: CallRef | undefined) {
  return useQuery({
    queryKey: ['fields', tab, address, shown],
    queryFn: () => ask('fieldsOf', { tab: tab ?? 0 }),
    enabled: tab !== undefined && shown !== undefined,
  }).data;
}
