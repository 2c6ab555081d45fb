import type { browser as full } from 'wxt/browser';

const world = globalThis as unknown as Record<'browser' | 'chrome', typeof full>;

/**
 * In the place of WXT's own, for scripts in web pages and for our own pages: that asks the window for `browser` first, where older versions of Chromium have
 * none of their own and find an element or a frame of the page with that name.
 */
export const browser = import.meta.env.FIREFOX ? world.browser : world.chrome;
