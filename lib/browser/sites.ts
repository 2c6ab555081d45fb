import { browser } from 'wxt/browser';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { isApiAddress } from './origins';
import { ask } from '../messages';

/** A host that stands for one site: a full name, with `*.` before it for its subdomains. */
const oneSite = /^(?:\*\.)?[\w-]+(?:\.[\w-]+)+$|^localhost$/;

/**
 * The match pattern of the site that an address, a host or a match pattern names, e.g. `https://crm.example.com/*`. `undefined` for what cannot be
 * enabled: plain http elsewhere than on this machine, a browser's own pages, a pattern for more than one company's pages.
 */
export function sitePattern(address: string): string | undefined {
  const text = address.trim();
  const full = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return undefined;
  const { protocol, hostname, origin } = new URL(full);
  if (!isApiAddress(origin) || !oneSite.test(hostname) || /^\*\.[^.]+$/.test(hostname)) return undefined;
  return `${protocol}//${hostname}/*`;
}

/** Whether a page's address belongs to a site. Ports do not matter: match patterns have none. */
export const isOfSite = (pattern: string, address: string | undefined): boolean =>
  address !== undefined && URL.canParse(address) && new MatchPattern(pattern).includes(address);

/**
 * Enables sites, by match pattern: asks the browser's permission and has their pages read. Must be the first thing a click does.
 * Returns whether the user allowed it. The worker is told before the answer is known, because the question closes the popup that
 * asks it.
 */
export async function requestSites(patterns: string[]): Promise<boolean> {
  const answer = browser.permissions.request({ origins: patterns });
  const tell = (name: 'enableSite' | 'disableSite') => Promise.all(patterns.map((pattern) => ask(name, { pattern })));
  const told = tell('enableSite');
  const granted = await answer;
  await told;
  await tell(granted ? 'enableSite' : 'disableSite');
  return granted;
}
