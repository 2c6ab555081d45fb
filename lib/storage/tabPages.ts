import { storage } from 'wxt/utils/storage';
import type { PageState } from '../page/protocol';

/** What a tab shows. The worker writes it, the popup and the side panel read it; gone with the tab, its page, or its site. */
export const pageItem = (tab: number) => storage.defineItem<PageState>(`session:page:${tab}`);
