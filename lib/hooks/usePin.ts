import { useEffect, useEffectEvent, useState } from 'react';
import type { CallRef } from '../call/callRef';
import type { PageState } from '../page/protocol';

/** Milliseconds. */
const patience = 1500;

/**
 * Goes back to the list once the page on screen no longer shows the call that was opened from it, unless the call is pinned. A page that is
 * being read again gets a moment. While nothing is known of the page, the call stays.
 */
export function usePin(shown: CallRef | undefined, page: PageState | undefined, back: () => void) {
  const [pinned, setPinned] = useState(false);
  const [fromPage, setFromPage] = useState(false);
  const id = shown?.id;
  const isGone =
    fromPage && !pinned && id !== undefined && page !== undefined && !page.calls.some((call) => call.id === id);
  const leave = useEffectEvent(back);
  useEffect(() => {
    if (!isGone) return;
    const timer = setTimeout(() => leave(), patience);
    return () => clearTimeout(timer);
  }, [isGone]);
  return {
    pinned: pinned && shown !== undefined,
    togglePin: () => setPinned(!pinned),
    /** Says whether the call about to be shown stands on the page. */
    follow: (isOnPage: boolean) => {
      setFromPage(isOnPage);
      setPinned(false);
    },
  };
}
