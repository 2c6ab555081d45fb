import { useEffect } from 'react';
import { i18n } from '#i18n';

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
