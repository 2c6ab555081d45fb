import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { PageState } from '../page/protocol';
import { read, watch } from '../storage/item';
import { pageItem } from '../storage/items';
import { pageTab } from '../browser/pageTab';

interface PageTab {
  id: number;
  address?: string;
}

/** The tab the screen speaks about, followed across tabs, windows and navigation. */
function usePageTab(): PageTab | undefined {
  const [tab, setTab] = useState<PageTab>();
  useEffect(() => {
    let latest = 0;
    const follow = async () => {
      const run = ++latest;
      const found = await pageTab();
      if (run !== latest) return;
      const next = found?.id === undefined ? undefined : { id: found.id, address: found.url };
      setTab((before) => (before?.id === next?.id && before?.address === next?.address ? before : next));
    };
    const listen = () => void follow();
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

/** The tab the screen speaks about, and what its page shows, as soon as it is read and whenever that changes. */
export function usePageState(): { tab?: PageTab; page?: PageState } {
  const tab = usePageTab();
  const [page, setPage] = useState<PageState>();
  const id = tab?.id;
  useEffect(() => {
    if (id === undefined) return;
    const item = pageItem(id);
    let current = true;
    void read(item).then((value) => current && setPage(value));
    const stop = watch(item, (value) => current && setPage(value));
    return () => {
      current = false;
      stop();
    };
  }, [id]);
  return { tab, page: page?.tab === id ? page : undefined };
}
