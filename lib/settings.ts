import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { isApiAddress } from './hosts';
import { StoredRules } from './storedRule';
import { z } from './zod';

/** One account at one provider. The key is not here: see `keys.ts`. */
export const Connection = z.object({
  id: z.string(),
  provider: z.string(),
  label: z.string(),
  /** Without a trailing slash; absent means the vendor's own API. */
  baseUrl: z.string().optional(),
  /** HighLevel only. */
  locationId: z.string().optional(),
  /** Serves the vendors' documented example calls; needs no key and makes no request. */
  sample: z.boolean(),
  /** The last four characters of the key, all that a page ever sees of it; absent when there is no key. */
  keyEnd: z.string().optional(),
});
export type Connection = z.infer<typeof Connection>;

/** A call the person looked up: only its identity is kept on disk. */
export const Visit = z.object({
  provider: z.string(),
  connection: z.string(),
  id: z.string(),
  /** ISO 8601 */
  at: z.string(),
});
export type Visit = z.infer<typeof Visit>;

/**
 * A site whose pages are read: its match pattern, e.g. `https://crm.example.com/*`, and what the person taught it. One that is `off` was
 * disabled, and is kept for what it was taught: enabling it again brings that back.
 */
export const Site = z.object({ pattern: z.string(), rules: StoredRules, off: z.boolean().optional() });
export type Site = z.infer<typeof Site>;

/** The sites the person enabled. Reading one also takes the browser's permission, which can be withdrawn at any time. */
export const sitesItem = storage.defineItem<Site[]>('local:sites', { fallback: [] });

/** Patterns of sites the browser was asked about and has not permitted: the answer comes later, or was no. */
export const askedItem = storage.defineItem<string[]>('session:asked', { fallback: [] });

/** Ask the provider about an ID on a page only when the person points at it. */
export const askOnPointItem = storage.defineItem<boolean>('local:askOnPoint', { fallback: false });

export const connectionsItem = storage.defineItem<Connection[]>('local:connections', { fallback: [] });

export const visitsItem = storage.defineItem<Visit[]>('local:visits', { fallback: [] });

/** Facts remembered per connection, e.g. which generation of DialNexa's routes answers. */
export const memoryItem = storage.defineItem<Record<string, string>>('local:memory', { fallback: {} });

/** What "Export settings" writes: everything but secrets and call content. */
export const SettingsFile = z.object({
  product: z.literal('call-log-inspector'),
  version: z.literal(1),
  connections: z.array(
    Connection.omit({ keyEnd: true }).extend({ baseUrl: z.string().refine(isApiAddress).optional() }),
  ),
  sites: z.array(Site).optional(),
  askOnPoint: z.boolean().optional(),
  note: z.array(z.string()).nullish(),
  singleKeys: z.boolean().optional(),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

/** Closes all storage to content scripts (Chromium). Firefox has no such switch: there no content script of ours reads storage. */
export async function closeStorage(): Promise<void> {
  const { local, session } = browser.storage;
  await Promise.all(
    [local, session].map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {})),
  );
}
