import { browser } from 'wxt/browser';

/** Whether this page is in a private window. An extension page cannot tell from itself: both kinds of window share it. */
export const isIncognito = async (): Promise<boolean> => (await browser.windows.getCurrent()).incognito;
