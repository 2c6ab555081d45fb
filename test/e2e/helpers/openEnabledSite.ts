import type { Page } from 'playwright-core';
import { startReplica } from '../../harness/replica';
import { anyCall } from '../../trust/anyCall';
import { openBrowser } from './browser';
import { serveSite } from './site';
import { tell } from './tell';

/** A site that is enabled in a browser of its own, at providers that know every ID; `html` returns the page of a path. */
export async function openEnabledSite(html: (path: string) => string) {
  const [replica, site] = await Promise.all([startReplica(), serveSite(html)]);
  for (const [provider, answer] of Object.entries(anyCall())) replica.override(provider, answer);
  const browser = await openBrowser({ replica });
  const options = await browser.options();
  await tell(options, 'enableSite', { pattern: 'http://127.0.0.1/*' });
  await options.close();
  return {
    replica,
    browser,
    /** Ends with a slash. */
    address: site.address,
    async close() {
      await browser.close();
      await replica.close();
      site.close();
    },
  };
}

/** Several of them, each with its side panel. Most of a test is waiting, so several run side by side. */
export async function openEnabledSites(count: number, html: (path: string) => string) {
  const sites: EnabledSite[] = [];
  const free: { site: EnabledSite; panel: Page }[] = [];
  const waiting: ((one: (typeof free)[number]) => void)[] = [];
  while (sites.length < count) {
    const site = await openEnabledSite(html);
    sites.push(site);
    free.push({ site, panel: await site.browser.openSidePanel(await site.browser.popup()) });
  }
  return {
    /** Runs `work` with one of them as soon as one is free. */
    async use(work: (one: (typeof free)[number]) => Promise<void>): Promise<void> {
      const one = free.pop() ?? (await new Promise<(typeof free)[number]>((resolve) => waiting.push(resolve)));
      return work(one).finally(() => {
        const next = waiting.shift();
        if (next) next(one);
        else free.push(one);
      });
    },
    /** What should not have happened in any of them. */
    problems: () => sites.flatMap(({ browser }) => browser.problems),
    close: () => Promise.all(sites.map((site) => site.close())),
  };
}

export type EnabledSites = Awaited<ReturnType<typeof openEnabledSites>>;
export type EnabledSite = Awaited<ReturnType<typeof openEnabledSite>>;
