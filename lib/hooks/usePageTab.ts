import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { pageTab } from '../browser/pageTab';

export interface PageTab {
  id: number;
  address?: string;
}

/** The tab the screen speaks about, followed across tabs, windows and navigation. */
export function usePageTab(): PageTab | undefined {
  const [tab, setTab] = useState<PageTab>();
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const run = ++latest;
      const found = await pageTab();
      if (run !== latest) return;
      const next = found?.id === undefined ? undefined : { id: found.id, address: found.url };
      setTab((before) => (before?.id === next?.id && before?.address === next?.address ? before : next));
    };
    const listen = () => void read();
    const events = [browser.tabs.onActivated, browser.tabs.onUpdated, browser.windows.onFocusChanged];
    for (const event of events) event.addListener(listen);
    listen();
    return () => {
      latest = -1;
      for (const event of events) event.removeListener(listen);
    };
  }, []);
  return tab;
}
