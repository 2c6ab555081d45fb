import type { Waiting } from '../call/waiting';
import { waitingItem } from '../storage/items';
import { useStored } from './useStored';

/** Tells who is waited for by whoever asks these providers, or this connection: the one who takes longest. */
export function useWaiting(): (asked: { providers: string[] } | { connection?: string }) => Waiting | undefined {
  const all = useStored(waitingItem);
  return (asked) =>
    all
      .filter(({ until }) => until > Date.now())
      .filter(({ provider, connections }) =>
        'providers' in asked
          ? asked.providers.includes(provider)
          : asked.connection !== undefined && connections.includes(asked.connection),
      )
      .sort((a, b) => b.until - a.until)[0];
}
