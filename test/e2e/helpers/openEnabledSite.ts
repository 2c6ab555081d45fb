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

export type EnabledSite = Awaited<ReturnType<typeof openEnabledSite>>;
