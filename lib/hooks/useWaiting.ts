import type { Waiting } from '../call/waiting';
import { waitingItem } from '../storage/requestItems';
import { useStored } from './useStored';

/** Tells which of these providers, or this connection, is waited for: the one that takes longest. */
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
