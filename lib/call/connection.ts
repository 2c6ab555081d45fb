/** One account at one provider. The key is not here: see `worker/keys/keyStore.ts`. */
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
  /** IANA's name of the time zone in which the provider tells times that name none; absent where the user does not know. */
  zone?: string;
  /** Serves the vendors' documented example calls; needs no key and makes no request. */
  sample: boolean;
  /** The last four characters of the key, all that a page ever sees of it; absent when there is no key. */
  keyEnd?: string;
  /** A policy brings it: the user cannot change or remove it, but enter its key where the policy has none (`byUser`). */
  managed?: { key: 'byPolicy' | 'byUser' };
}

/** A connection as it was before version 2: with HighLevel's location as a field of its own. */
type FirstConnection = Connection & { locationId?: string };

/** Connections of version 2 are those of version 3, in which one may state the time zone of its account. */
export const withZones = (old: unknown): unknown => old;

/** Makes connections of version 1 those of version 2. What is no connection stays as it is, for the shape to refuse. */
export const withAccounts = (old: unknown): unknown =>
  Array.isArray(old) ? old.map((each: unknown) => (isFirst(each) ? withAccount(each) : each)) : old;

const isFirst = (value: unknown): value is FirstConnection =>
  typeof value === 'object' && value !== null && 'locationId' in value;

/** A connection with its account's fields in one place. */
export const withAccount = ({ locationId, ...connection }: FirstConnection): Connection =>
  locationId === undefined ? connection : { ...connection, account: { locationId } };
