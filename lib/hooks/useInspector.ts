import { useCallback, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CallRef } from '../call/callRef';
import type { Sought } from '../call/sayings';
import { useCallTools } from './useCallTools';
import type { Failure } from '../errors';
import { openFullPage } from '../browser/callLink';
import { useCall } from './useCall';
import { useConnections } from './useConnections';
import { useListTools } from './useListTools';
import { useLookUp } from './useLookUp';
import { useNeighbours } from './useNeighbours';
import { usePolicy } from './usePolicy';
import { useProviderName } from './useProviderName';
import { useProviders } from './useProviders';
import { useRecentCalls } from './useRecentCalls';
import { useReviews } from './useReviews';
import { useSampleCall } from './useSampleCall';
import { takeStep } from '../ui/takeStep';
import { refKey } from '../call/refKey';

/** The state of the popup and the side panel: what is looked up, which call is open, and everything a click there does. */
export function useInspector({ keepsList = false } = {}) {
  const box = useRef<{ select(): void }>(null);
  const [opened, setOpened] = useState<{ ref: CallRef; among: CallRef[]; sought?: Sought }>();
  const reviews = useReviews();
  const providers = useProviders();
  const connections = useConnections();
  const recent = useRecentCalls();
  const lookUp = useLookUp({ keeps: keepsList, searches: true });

  const [only] = lookUp.rows;
  const single = lookUp.rows.length === 1 && only?.answer && 'found' in only.answer ? only.answer.found : undefined;
  const shown = opened?.ref ?? single?.call.ref;
  const call = useCall(shown, single && shown && refKey(single.call.ref) === refKey(shown) ? single : undefined);

  const { locked } = usePolicy();
  const tools = useCallTools(shown);
  const listTools = useListTools();
  const open = useCallback(
    (ref: CallRef, among: CallRef[] = [], sought?: Sought) => setOpened({ ref, among, sought }),
    [],
  );
  const neighbours = useNeighbours(opened, open);
  const submit = (text: string, provider?: string) => {
    setOpened(undefined);
    lookUp.submit(text, provider);
  };
  const openSample = useSampleCall(({ id, provider }) => submit(id, provider));

  return {
    box,
    tools,
    listTools,
    reviews,
    neighbours,
    lookUp: { ...lookUp, submit },
    providers,
    providerName: useProviderName(),
    connections: connections.data,
    recent,
    shown,
    sought: opened?.sought,
    call,
    open,
    back: () => {
      setOpened(undefined);
      if (single) lookUp.clear();
    },
    openPage: () => shown && void openFullPage(shown),
    openSettings: () => void browser.runtime.openOptionsPage(),
    openSample: locked.includes('connections') ? undefined : openSample,
    next: (step: Parameters<typeof takeStep>[0], failure: Failure, retry: () => void) =>
      void takeStep(step, failure, { retry, edit: () => box.current?.select() }),
  };
}
