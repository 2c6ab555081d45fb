import { browser } from 'wxt/browser';
import { inTurn } from '../calls/turns';
import { fail } from '../errors';
import { hostPattern } from '../hosts';
import { type Site, connectionsItem, sitesItem } from '../settings';
import type { SiteRule } from '../detect/rules';
import { isOfSite, sitePattern } from '../sites';
import { allowOnce, stopUnwanted, tellFrames } from './reading';

const id = 'crm';
const file = '/content-scripts/crm.js';
/** How marks look: there before the page's first styles, because a rule added later has the browser compute all of them again. */
const look = '/marks.css';

const isGranted = (pattern: string) => browser.permissions.contains({ origins: [pattern] });

/** Patterns of the sites that the person enabled and the browser permits. */
async function readable(): Promise<string[]> {
  const patterns = (await sitesItem.getValue()).map(({ pattern }) => pattern);
  const granted = await Promise.all(patterns.map(isGranted));
  return patterns.filter((_, index) => granted[index]).sort();
}

/**
 * Registers the content script for exactly the sites that may be read, and brings open tabs in line. `everywhere` also begins anew
 * in tabs that were read before: after an update nobody answers the scripts there.
 */
export function syncSites({ everywhere = false } = {}): Promise<void> {
  return inTurn('sites', async () => {
    const matches = await readable();
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
    const before = registered?.matches ?? [];
    const script = {
      id,
      matches,
      js: [file],
      css: [look],
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    };
    if (matches.length === 0 && registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
    else if (matches.length > 0 && !registered) await browser.scripting.registerContentScripts([script]);
    else if (matches.join() !== [...before].sort().join()) await browser.scripting.updateContentScripts([script]);
    if (everywhere || matches.some((pattern) => !before.includes(pattern))) await inject(matches);
    await stopUnwanted();
  });
}

/** Begins reading open tabs; a frame that is read already takes no notice. */
async function inject(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  // Error pages and the extension stores cannot be read.
  await Promise.all(tabs.map(({ id: tab }) => tab !== undefined && run(tab).catch(() => {})));
}

async function run(tab: number): Promise<void> {
  const target = { tabId: tab, allFrames: true };
  await browser.scripting.insertCSS({ target, files: [look] });
  await browser.scripting.executeScript({ target, files: [file] });
}

/** What shows calls in a frame that has some: too large to go into every frame. */
const marks = '/marks.js';

/** Brings the marks into a frame. Throws when the frame is gone. */
export async function loadMarks({ tab, frame }: { tab: number; frame: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [marks] });
}

/** Changes the list of sites. */
const changeSites = (work: (sites: Site[]) => Site[]): Promise<Site[]> =>
  inTurn('sites-list', async () => {
    const sites = work(await sitesItem.getValue());
    await sitesItem.setValue(sites);
    return sites;
  });

/** Enables a site. It is read as soon as the browser permits it. Throws `unexpected` for what is no site's pattern. */
export async function enableSite(pattern: string): Promise<Site[]> {
  if (sitePattern(pattern) !== pattern) fail('unexpected');
  const sites = await changeSites((all) =>
    all.some((each) => each.pattern === pattern) ? all : [...all, { pattern, rules: [] }],
  );
  await syncSites();
  return sites;
}

/** Disables a site: its script, its marks in open tabs, what was taught there, and the permission unless a connection needs it. */
export async function disableSite(pattern: string): Promise<Site[]> {
  const sites = await changeSites((all) => all.filter((each) => each.pattern !== pattern));
  await syncSites();
  const apis = (await connectionsItem.getValue()).flatMap(({ baseUrl }) =>
    baseUrl ? [hostPattern(new URL(baseUrl))] : [],
  );
  // What the manifest grants cannot be given back.
  if (!apis.includes(pattern)) await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
  return sites;
}

/** Replaces what a person taught about a site; its open tabs are read anew. */
export async function saveRules(pattern: string, rules: SiteRule[]): Promise<Site[]> {
  const sites = await changeSites((all) => all.map((each) => (each.pattern === pattern ? { ...each, rules } : each)));
  await tellFrames({ name: 'restart', payload: {} }, ({ origin }) => isOfSite(pattern, origin));
  return sites;
}

/** Reads the page a tab shows now, which the person's click permits. `false`: a page no extension may read. */
export async function readOnce(tab: number): Promise<boolean> {
  try {
    const [top] = await browser.scripting.executeScript({ target: { tabId: tab }, func: () => location.origin });
    if (typeof top?.result !== 'string') return false;
    await allowOnce(tab, top.result);
    await run(tab);
    return true;
  } catch {
    return false;
  }
}

/** Follows what the browser permits, and begins anew after an installation or update. */
export function registerSites(): void {
  browser.permissions.onAdded.addListener(() => void syncSites());
  browser.permissions.onRemoved.addListener(() => void syncSites());
  browser.runtime.onInstalled.addListener(() => void syncSites({ everywhere: true }));
  browser.runtime.onStartup.addListener(() => void syncSites());
}
