import { useEffect, useState } from 'react';
import type { PageState } from '../page/protocol';
import { read, watch } from '../storage/item';
import { pageItem } from '../storage/tabItems';
import { type PageTab, usePageTab } from './usePageTab';

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
