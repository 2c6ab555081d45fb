import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { CallRef } from '../call/call';
import { useCallTools } from './useCallTools';
import { asFailure } from '../errors';
import { readLink, readLinkedText } from '../browser/callLink';
import { useCall, useConnections, useLinkedCall, useProviders } from './queries';

/** What the link of this page asks for, as it changes: a call, two calls, or a text to look up. */
export function useLink(): { link: ReturnType<typeof readLink>; text: string | undefined } {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return { link: readLink(hash), text: readLinkedText(hash) };
}

/** A call known by provider and ID alone, and everything the page shows with it. */
export function useLinked({ provider, id }: Pick<CallRef, 'provider' | 'id'>) {
  const providers = useProviders();
  const connections = useConnections();
  const linked = useLinkedCall(provider, id);
  const found = linked.data && 'found' in linked.data ? linked.data.found : undefined;
  const ref = found?.call.ref;
  const handle = useCall(ref, found);
  const tools = useCallTools(ref);
  const providerName = (each: string) => providers.find((other) => other.id === each)?.name ?? each;
  const connection = connections.data?.find((each) => each.id === ref?.connection)?.label ?? ref?.connection ?? '';
  return {
    ref,
    handle,
    tools,
    names: { provider: providerName(provider), connection },
    providerName,
    asking: linked.isFetching,
    retry: () => void linked.refetch(),
    /** What came of the look-up, for the sentence that says why there is no call. */
    lookedUp: {
      id,
      providers: [provider],
      answer: linked.data,
      failure: linked.error ? asFailure(linked.error) : undefined,
    },
  };
}

/** Names the tab after its calls, and prints the page once they are there when the link asks for it. */
export function useTitleAndPrint(ids: string[], isReady: boolean): void {
  const title = ids.map((id) => i18n.t('call.title', { id })).join(' – ');
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  useEffect(() => {
    if (!isReady || location.search !== '?print') return;
    history.replaceState(null, '', location.pathname + location.hash);
    // After the paint, so that what is printed is there.
    setTimeout(print, 300);
  }, [isReady]);
}
