import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isIncognito } from '../browser/isIncognito';
import type { CallRef } from '../call/callRef';
import type { LookUpAnswer } from '../call/lookUp';
import { finishedCall } from '../storage/callCache';
import { noteVisit } from '../storage/recentCalls';
import { read } from '../storage/item';
import { connectionsItem } from '../storage/items';
import { askUntil } from '../ui/askUntil';
import { failureOf } from '../ui/failureOf';
import { useCall } from './useCall';
import { useCallTools } from './useCallTools';
import { useConnections } from './useConnections';
import { useProviderName } from './useProviderName';
import { useWaiting } from './useWaiting';

/** A finished call that is stored, whichever of the provider's connections brought it. It is noted among the recent ones, as a look-up is. */
async function storedCall(provider: string, id: string): Promise<LookUpAnswer | undefined> {
  const connections = (await read(connectionsItem)).filter((each) => each.provider === provider);
  const stored = await Promise.all(connections.map((each) => finishedCall({ provider, connection: each.id, id })));
  const found = stored.find((each) => each !== undefined);
  if (found && !(await isIncognito())) void noteVisit(found.call).catch(() => {});
  return found && { found };
}

/**
 * The call that a link to the full page names: by provider and ID alone, whichever connection knows it. With everything that the page
 * shows beside it.
 */
export function useLinkedCall({ provider, id }: Pick<CallRef, 'provider' | 'id'>) {
  const providerName = useProviderName();
  const connections = useConnections();
  const linked = useQuery({
    queryKey: ['lookUp', provider, id],
    queryFn: async ({ signal }) =>
      (await storedCall(provider, id)) ??
      askUntil(signal, 'lookUp', { id, providers: [provider], incognito: await isIncognito() }),
  });
  const client = useQueryClient();
  const waiting = useWaiting()({ providers: [provider] });
  const found = linked.data && 'found' in linked.data ? linked.data.found : undefined;
  const ref = found?.call.ref;
  const handle = useCall(ref, found);
  const tools = useCallTools(ref);
  const own = connections.data?.filter((each) => each.provider === provider) ?? [];
  const asked = own.find((each) => each.id === ref?.connection);
  const connection = asked?.label ?? ref?.connection ?? '';
  return {
    ref,
    handle,
    tools,
    names: { provider: providerName(provider), connection },
    /** Whether the provider has other connections. */
    isOneOfMany: own.length > 1,
    isSample: asked?.sample === true,
    providerName,
    asking: linked.isFetching,
    retry: () => void linked.refetch(),
    waiting,
    stop: () => void client.cancelQueries({ queryKey: ['lookUp', provider, id] }),
    /** What came of the look-up, for the sentence that says why there is no call. */
    lookedUp: {
      id,
      providers: [provider],
      answer: linked.data,
      failure: failureOf(linked),
    },
  };
}
