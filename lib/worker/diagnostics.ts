import { browser } from 'wxt/browser';
import type { Connection } from '../call/connection';
import { crms } from '../crm';
import type { Site } from '../page/site';
import { read, readAll } from '../storage/item';
import {
  askOnPointItem,
  connectionsItem,
  describedItem,
  hidePersonalDataItem,
  noteItem,
  reviewsItem,
  singleKeysItem,
  sitesItem,
  visitsItem,
} from '../storage/items';
import { failuresItem } from '../storage/requestItems';
import { listStorageProblems } from '../storage/storageProblems';
import { keyLock } from './keys/passphrase';

/** A connection without its names: which vendor, and what of it is set. */
const connectionFacts = (connection: Connection, isDescribed: boolean) => ({
  provider: isDescribed ? 'described by the user' : connection.provider,
  sample: connection.sample,
  hasKey: connection.keyEnd !== undefined,
  ...(!isDescribed && connection.region && { region: connection.region }),
  ownAddress: connection.baseUrl !== undefined,
  accountFields: Object.keys(connection.account ?? {}).length,
  zone: connection.zone !== undefined,
});

/** Well-known CRMs by name, other sites by number. */
function siteFacts(sites: Site[]) {
  const crmOf = ({ pattern }: Site) => crms.find(({ origins }) => origins.includes(pattern))?.name;
  const enabled = sites.filter(({ off }) => !off);
  return {
    crms: [...new Set(enabled.flatMap((site) => crmOf(site) ?? []))].sort(),
    others: enabled.filter((site) => !crmOf(site)).length,
    disabled: sites.length - enabled.length,
    rules: sites.reduce((sum, { rules }) => sum + rules.length, 0),
  };
}

/** The browser's answer where it has the question; Firefox and Chromium have not all of them. */
const told = <T>(ask: () => Promise<T>) =>
  Promise.resolve()
    .then(ask, () => undefined)
    .catch(() => undefined);

/**
 * What whoever looks into a problem has to know, as indented JSON: versions, settings as far as they are choices, what is stored by
 * number, failures by code. No key, call, ID, label, note or address is in it, but the names of well-known CRMs.
 */
export async function diagnostics(): Promise<string> {
  const [connections, sites, described, visits] = await Promise.all([
    read(connectionsItem),
    read(sitesItem),
    read(describedItem),
    read(visitsItem),
  ]);
  const [askOnPoint, hidePersonalData, singleKeys] = await readAll([
    askOnPointItem,
    hidePersonalDataItem,
    singleKeysItem,
  ]);
  const own = new Set(described.map(({ id }) => id));
  const failures = Object.entries(await read(failuresItem));
  const facts = {
    product: 'call-log-inspector',
    version: browser.runtime.getManifest().version,
    at: new Date().toISOString(),
    browser: navigator.userAgent,
    platform: await told(() => browser.runtime.getPlatformInfo()),
    language: browser.i18n.getUILanguage(),
    privateWindows: await told(() => browser.extension.isAllowedIncognitoAccess()),
    connections: connections.map((each) => connectionFacts(each, own.has(each.provider))),
    describedProviders: described.length,
    sites: siteFacts(sites),
    settings: { askOnPoint, hidePersonalData, singleKeys, note: (await read(noteItem)) ? 'own' : 'default' },
    keys: await told(() => keyLock()),
    stored: {
      recentCalls: visits.length,
      reviews: Object.keys(await read(reviewsItem)).length,
      unreadable: (await listStorageProblems()).length,
    },
    failures: failures
      .sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))
      .map(([code, { count, at }]) => ({ code, count, last: at })),
  };
  return JSON.stringify(facts, undefined, 2);
}
