// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { change, read } from '../../../lib/storage/item';
import { connectionsItem, sitesItem } from '../../../lib/storage/items';
import { addSites, disableSite, enableSite, syncSites } from '../../../lib/worker/browser/contentScripts';

interface Script {
  id: string;
  matches: string[];
  runAt?: string;
}

/** The browser's side: which scripts are registered, what is permitted, where files were injected. */
let registered: Map<string, Script>;
let permitted: Set<string>;
let injected: number[];
const [one, other] = ['https://crm.example.com/*', 'https://other.example.com/*'];

beforeEach(() => {
  registered = new Map();
  permitted = new Set([one, other]);
  injected = [];
  const put = async (scripts: Script[]) => scripts.forEach((script) => registered.set(script.id, script));
  Object.assign(browser, {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => ids.flatMap((id) => registered.get(id) ?? []),
      registerContentScripts: vi.fn(put),
      updateContentScripts: vi.fn(put),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => ids.forEach((id) => registered.delete(id)),
      insertCSS: async () => {},
      executeScript: async ({ target }: { target: { tabId: number } }) => injected.push(target.tabId),
    },
  });
  Object.assign(browser.permissions, {
    contains: async ({ origins }: { origins: string[] }) => permitted.has(origins[0]!),
    remove: async ({ origins }: { origins: string[] }) => permitted.delete(origins[0]!),
  });
  Object.assign(browser.tabs, { query: async () => [{ id: 5 }] });
});

it('registers the scripts for the sites that are enabled and permitted, the first one before the page', async () => {
  await enableSite(other);
  await enableSite(one);
  expect([...registered.values()].map(({ id, matches, runAt }) => [id, matches, runAt])).toEqual([
    ['first', [one, other], 'document_start'],
    ['crm', [one, other], undefined],
  ]);
  permitted.delete(other);
  await syncSites();
  expect(registered.get('crm')?.matches).toEqual([one]);
});

it('reads open tabs once a site is new, and again only when told so', async () => {
  await enableSite(one);
  expect(injected).toEqual([5]);
  await syncSites();
  expect(injected).toEqual([5]);
  await syncSites({ everywhere: true });
  expect(injected).toEqual([5, 5]);
});

it('leaves no script and no permission when the last site is disabled, unless a connection needs the host', async () => {
  await enableSite(one);
  await disableSite(one);
  expect(registered.size).toBe(0);
  expect(permitted.has(one)).toBe(false);
  permitted.add(one);
  await change(connectionsItem, () => [
    { id: 'c', provider: 'dialnexa', label: 'c', sample: false, baseUrl: 'https://crm.example.com/api' },
  ]);
  await enableSite(one);
  await disableSite(one);
  expect(permitted.has(one)).toBe(true);
});

it('notes a site that is not permitted, and refuses what is none', async () => {
  permitted.clear();
  expect(await enableSite(one)).toEqual([]);
  await expect(enableSite('<all_urls>')).rejects.toMatchObject({ failure: { code: 'unexpected' } });
  expect(registered.size).toBe(0);
});

it('adds what other sites were taught to what is known, once', async () => {
  const rule = (id: string) => ({ kind: 'not' as const, id });
  await change(sitesItem, () => [{ pattern: one, rules: [rule('1')] }]);
  const added = [
    { pattern: one, rules: [rule('1'), rule('2')] },
    { pattern: other, rules: [] },
  ];
  expect(await addSites(added)).toBe(2);
  expect(await addSites(added)).toBe(0);
  expect((await read(sitesItem)).find(({ pattern }) => pattern === one)?.rules).toEqual([rule('1'), rule('2')]);
});
