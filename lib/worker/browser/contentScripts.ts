import { browser } from 'wxt/browser';
import { change, read } from '../../storage/item';
import { withLock } from '../../storage/lock';
import { policyItem } from '../../storage/policyItem';
import { fail } from '../../errors';
import { hostPattern } from '../../browser/origins';
import { askedItem, connectionsItem, sitesItem } from '../../storage/items';
import type { Site } from '../../page/site';
import type { SiteRule } from '../../page/detect/rules';
import { isOfSite, sitePattern } from '../../browser/sites';
import { allowOnce, restartReading, stopUnwanted } from './tabs';

const id = 'crm';
const file = '/content-scripts/crm.js';
/**
 * There before a page has its first frame: where a frame named `chrome` or `browser` is there first, Chromium gives the extension's
 * scripts in that page none of its own objects. It hears the pointer before the page, which may keep its moves from others (`wxt.config.ts`).
 */
const first = { id: 'first', js: ['/first.js'], runAt: 'document_start' } as const;
/** How marks look: there before the page's first styles, because a rule added later has the browser compute all of them again. */
const look = '/marks.css';

const isGranted = (pattern: string) => browser.permissions.contains({ origins: [pattern] });

/** Patterns of the sites that the user enabled and the browser permits. */
async function readable(): Promise<string[]> {
  const patterns = (await read(sitesItem)).flatMap(({ pattern, off }) => (off ? [] : [pattern]));
  const granted = await Promise.all(patterns.map(isGranted));
  return patterns.filter((_, index) => granted[index]).sort();
}

/**
 * Registers the content script for exactly the sites that may be read, and brings open tabs in line. `everywhere` also begins anew
 * in tabs that were read before: after an update nobody answers the scripts there.
 */
export function syncSites({ everywhere = false } = {}): Promise<void> {
  return withLock('content-scripts', async () => {
    const matches = await readable();
    const ids = [first.id, id];
    const registered = await browser.scripting.getRegisteredContentScripts({ ids });
    const before = registered[0]?.matches ?? [];
    const where = { matches, allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true };
    const scripts = [
      { ...first, js: [...first.js], ...where },
      { id, js: [file], css: [look], ...where },
    ];
    if (matches.length === 0 && registered.length > 0) await browser.scripting.unregisterContentScripts({ ids });
    else if (matches.length > 0 && registered.length === 0) await browser.scripting.registerContentScripts(scripts);
    else if (matches.join() !== [...before].sort().join()) await browser.scripting.updateContentScripts(scripts);
    if (everywhere || matches.some((pattern) => !before.includes(pattern))) await inject(matches);
    await stopUnwanted();
  });
}

/** Begins reading open tabs; a frame that is read already takes no notice. */
async function inject(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  // Error pages and the extension stores cannot be read.
  await Promise.all(tabs.map(async ({ id: tab }) => tab !== undefined && run(tab).catch(() => {})));
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

/**
 * Enables a site. Where the browser does not permit it yet it is only noted as asked about, and enabled once the user answers with
 * yes: the question closes the popup that asks it. One that a policy names needs the permission alone. Throws `unexpected` for what is no
 * site's pattern, and `forbidden` where a policy says which sites there are.
 */
export async function enableSite(pattern: string): Promise<Site[]> {
  if (sitePattern(pattern) !== pattern) fail('unexpected');
  const { sites: managed, locked } = await read(policyItem);
  const isManaged = managed.some((each) => each.pattern === pattern);
  if (!isManaged && locked.includes('sites')) fail('forbidden');
  const isPermitted = await isGranted(pattern);
  await change(askedItem, (all) => [...all.filter((each) => each !== pattern), ...(isPermitted ? [] : [pattern])]);
  if (!isPermitted) return read(sitesItem);
  const sites = await change(sitesItem, (all) => {
    if (isManaged) return all;
    const before = all.find((each) => each.pattern === pattern);
    return [...all.filter((each) => each !== before), { pattern, rules: before?.rules ?? [] }];
  });
  await syncSites();
  return sites;
}

/** Enables what the user allowed by now. */
async function enableAsked(): Promise<void> {
  for (const pattern of await read(askedItem)) if (await isGranted(pattern)) await enableSite(pattern);
}

/**
 * Disables a site: its script, its marks in open tabs, and the permission unless a connection needs it. What it was taught is kept. Throws
 * `forbidden` for one that a policy names, once the browser permits it.
 */
export async function disableSite(pattern: string): Promise<Site[]> {
  await change(askedItem, (all) => all.filter((each) => each !== pattern));
  if ((await read(policyItem)).sites.some((each) => each.pattern === pattern))
    return (await isGranted(pattern)) ? fail('forbidden') : read(sitesItem);
  const sites = await change(sitesItem, (all) =>
    all.flatMap((each) => {
      if (each.pattern !== pattern) return each;
      return each.rules.length > 0 ? { ...each, off: true } : [];
    }),
  );
  await syncSites();
  const apis = (await read(connectionsItem)).flatMap(({ baseUrl }) => (baseUrl ? [hostPattern(new URL(baseUrl))] : []));
  // What the manifest grants cannot be given back.
  if (!apis.includes(pattern)) await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
  return sites;
}

/** Replaces what a user taught about a site; its open tabs are read anew. */
export async function saveRules(pattern: string, rules: SiteRule[]): Promise<Site[]> {
  const { sites: managed } = await read(policyItem);
  const isManaged = managed.some((each) => each.pattern === pattern);
  const sites = await change(sitesItem, (all) => {
    const isOwn = all.some((each) => each.pattern === pattern);
    // Of a site that a policy names, what is taught outlives the policy, and the site does not.
    if (!isOwn) return rules.length > 0 && isManaged ? [...all, { pattern, rules, off: true }] : all;
    return all.map((each) => (each.pattern === pattern ? { ...each, rules } : each));
  });
  await restartReading(({ origin }) => isOfSite(pattern, origin));
  return sites;
}

/**
 * Adds sites to those there are, and to these what they were taught elsewhere. The browser is asked for none: that takes a click.
 * Returns how many are new or know more now.
 */
export async function addSites(added: Site[]): Promise<number> {
  const changed = new Map<string, Site>();
  await change(sitesItem, (all) => {
    for (const { pattern, rules, off } of added) {
      const before = all.find((each) => each.pattern === pattern);
      const known = new Set(before?.rules.map((rule) => JSON.stringify(rule)));
      const news = rules.filter((rule) => !known.has(JSON.stringify(rule)));
      if (before && news.length === 0) continue;
      const taught = [...(before?.rules ?? []), ...news].slice(0, 200);
      changed.set(pattern, { ...(before ?? { pattern, off }), rules: taught });
    }
    return [...all.filter(({ pattern }) => !changed.has(pattern)), ...changed.values()];
  });
  await syncSites();
  await restartReading(({ origin }) => [...changed.keys()].some((each) => isOfSite(each, origin)));
  return changed.size;
}

/** Reads the page a tab shows now, which the user's click permits. `false`: a page no extension may read. */
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
  browser.permissions.onAdded.addListener(() => void enableAsked().then(() => syncSites()));
  browser.permissions.onRemoved.addListener(() => void syncSites());
  browser.runtime.onInstalled.addListener(() => void syncSites({ everywhere: true }));
  browser.runtime.onStartup.addListener(() => void syncSites());
}
