import { browser } from 'wxt/browser';

/** What the organization's policy holds, unchecked, keys too: for the worker alone. Empty where there is none. */
export const readManaged = (): Promise<Record<string, unknown>> =>
  // Firefox throws where nobody wrote one.
  browser.storage.managed.get(null).catch(() => ({}));

/** Tells when the policy has changed. Firefox reads policies when it starts, and only then. */
export const watchManaged = (tell: () => void): void => browser.storage.managed.onChanged?.addListener(tell);
