import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyLock } from '../call/keyLock';
import { asFailure } from '../errors';
import { ask } from '../messages';

const queryKey = ['keyLock'];

/** What may be changed about the passphrase; `current` is the one there is. */
type KeyLockChange =
  | { set: { passphrase: string; after: number | null; current?: string } }
  | { remove: { current: string } }
  | { after: number | null }
  | 'lock'
  | 'forget';

function send(change: KeyLockChange): Promise<KeyLock> {
  if (change === 'lock') return ask('lockNow', {});
  if (change === 'forget') return ask('forgetKeys', {});
  if ('set' in change) return ask('setPassphrase', change.set);
  if ('remove' in change) return ask('removePassphrase', change.remove);
  return ask('lockAfter', { after: change.after });
}

/** Whether keys are locked with a passphrase, and everything a click in the settings does about it. */
export function useKeyLock() {
  const client = useQueryClient();
  const state = useQuery({ queryKey, queryFn: () => ask('keyLock', {}) });
  const change = useMutation({
    mutationFn: send,
    onSuccess: async (now, what) => {
      client.setQueryData(queryKey, now);
      if (what === 'forget') await client.invalidateQueries({ queryKey: ['connections'] });
    },
  });
  return {
    state: state.data,
    busy: change.isPending,
    failure: change.error ? asFailure(change.error) : undefined,
    change: (what: KeyLockChange, done?: () => void) => change.mutate(what, { onSuccess: done }),
    changed: () => void client.invalidateQueries({ queryKey }),
  };
}

export type KeyLockSettings = ReturnType<typeof useKeyLock>;
