import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallRef } from '../call/callRef';
import { sampleCall } from '../call/sampleCall';
import { ask } from '../messages';
import { providersQuery } from '../ui/queries';

/** Adds the sample accounts, and opens a call of theirs: who has no account yet sees what this is for. */
export function useSampleCall(open: (ref: CallRef) => void): () => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async () => {
      const connections = await ask('addSamples', {});
      return sampleCall(connections, await client.ensureQueryData(providersQuery));
    },
    onSuccess: async (ref) => {
      await client.invalidateQueries({ queryKey: ['connections'] });
      if (ref) open(ref);
    },
  });
  return () => mutate();
}
