import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { SiteRule } from '../page/detect/rules';
import type { ProviderInfo } from '../call/providerInfo';

/** One account at one provider. The key is not here: see `keys.ts`. */
export interface Connection {
  id: string;
  provider: string;
  label: string;
  /** One of the provider's; absent means its first. */
  region?: string;
  /** Without a trailing slash; absent means the vendor's own API. */
  baseUrl?: string;
  /** What the account needs beside its key, by the provider's field names; what is absent may come from the page on screen. */
  account?: Record<string, string>;
  /** Serves the vendors' documented example calls; needs no key and makes no request. */
  sample: boolean;
  /** The last four characters of the key, all that a page ever sees of it; absent when there is no key. */
  keyEnd?: string;
}

/** A call the person looked up: only its identity is kept on disk. */
export interface Visit {
  provider: string;
  connection: string;
  id: string;
  /** ISO 8601 */
  at: string;
}

/**
 * A site whose pages are read: its match pattern, e.g. `https://crm.example.com/*`, and what the person taught it. One that is `off` was
 * disabled, and is kept for what it was taught: enabling it again brings that back.
 */
export interface Site {
  pattern: string;
  rules: SiteRule[];
  off?: boolean;
}

/** The sites the person enabled. Reading one also takes the browser's permission, which can be withdrawn at any time. */
export const sitesItem = storage.defineItem<Site[]>('local:sites', { fallback: [] });

/** Patterns of sites the browser was asked about and has not permitted: the answer comes later, or was no. */
export const askedItem = storage.defineItem<string[]>('session:asked', { fallback: [] });

/** Ask the provider about an ID on a page only when the person points at it. */
export const askOnPointItem = storage.defineItem<boolean>('local:askOnPoint', { fallback: false });

/** A connection as it was before version 2: with HighLevel's location as a field of its own. */
type OldConnection = Connection & { locationId?: string };

const withAccount = ({ locationId, ...connection }: OldConnection): Connection =>
  locationId === undefined ? connection : { ...connection, account: { locationId } };

export const migrateConnections = (old: OldConnection[] | null): Connection[] => (old ?? []).map(withAccount);

export const connectionsItem = storage.defineItem<Connection[]>('local:connections', {
  fallback: [],
  version: 2,
  migrations: { 2: migrateConnections },
});

export const visitsItem = storage.defineItem<Visit[]>('local:visits', { fallback: [] });

/** What pages know of providers, left by the worker when it starts; `null` if it has not in this browser session. */
export const providersItem = storage.defineItem<ProviderInfo[]>('session:providers');

/** Facts remembered per connection, e.g. which generation of DialNexa's routes answers. */
export const memoryItem = storage.defineItem<Record<string, string>>('local:memory', { fallback: {} });

/** Closes all storage to content scripts (Chromium). Firefox has no such switch: there no content script of ours reads storage. */
export async function closeStorage(): Promise<void> {
  const { local, session } = browser.storage;
  await Promise.all(
    [local, session].map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {})),
  );
}
