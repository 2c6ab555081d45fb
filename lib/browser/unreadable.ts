import { isApiAddress } from './origins';

/** Why a page cannot be read: the browser forbids it to every extension, it has no text of its own, or it came over plain http. */
export type Barrier = 'browser' | 'store' | 'file' | 'pdf' | 'insecure';

const stores =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:\/|$)/;

/** What keeps the page at an address from being read; `undefined` where nothing does. */
export function barrierOf(address: string): Barrier | undefined {
  if (!URL.canParse(address)) return 'browser';
  const { protocol, pathname, origin } = new URL(address);
  if (protocol === 'file:') return 'file';
  if (protocol !== 'https:' && protocol !== 'http:') return 'browser';
  if (stores.test(address)) return 'store';
  if (pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
  return isApiAddress(origin) ? undefined : 'insecure';
}
