import * as v from 'valibot';
import type { CallSummary } from '../call/call';
import type { CallRef } from '../call/callRef';
import type { Visit } from '../call/callList';
import type { Asked } from '../call/lookUp';
import { type Connection, withAccounts, withZones } from '../call/connection';
import type { DescribedFile, ProviderInfo } from '../call/providerInfo';
import { readRefKey } from '../call/refKey';
import type { Review } from '../call/review';
import type { Language } from '../language/languages';
import type { Site } from '../page/site';
import { defineItem, type Item } from './define';
import { withManagedConnections, withManagedNote, withManagedSites } from './policy';
import { policyItem } from './policyItem';
import { listOf, recordOf, whole } from './shape';
import * as shapes from './shapes';

const { text, number, flag } = shapes;

// Everything that is stored, but the API keys (`worker/keys/keyStore.ts`).
// Calls already read: `callItems.ts`. What is known of tabs and windows: `tabItems.ts`.
// A shape that changes takes a new version, a migration from the one before, and an example in `test/storage/examples`.

export const connectionsItem = defineItem<Connection[]>('local', 'connections', [], listOf(shapes.connection), {
  version: 3,
  migrations: { 2: withAccounts, 3: withZones },
  under: withManagedConnections,
});

/** The keys that the user entered for connections of a policy, by connection: for which origin, and the last four characters. */
export const managedKeysItem = defineItem<Record<string, { origin: string; end: string }>>(
  'local',
  'managedKeys',
  {},
  recordOf(v.object({ origin: text, end: text })),
);

/** The sites the user enabled. Reading one also takes the browser's permission, which can be withdrawn at any time. */
export const sitesItem = defineItem<Site[]>('local', 'sites', [], listOf(shapes.site), {
  under: withManagedSites,
});

/** The providers that the user described. */
export const describedItem = defineItem<DescribedFile[]>('local', 'described', [], listOf(shapes.describedFile));

/** Ask the provider about an ID on a page only when the user points at it. */
export const askOnPointItem = defineItem<boolean>('local', 'askOnPoint', false, whole(flag));

export const visitsItem = defineItem<Visit[]>('local', 'visits', [], listOf(shapes.visit), {
  sealed: true,
});

/**
 * Facts remembered per connection, e.g. an agent's name, by `<connection>/<name>`. Of the browser session: what calls tell is not
 * written to disk.
 */
export const memoryItem = defineItem<Record<string, string>>('session', 'memory', {}, recordOf(text));

/** By `refKey`. */
export const reviewsItem = defineItem<Record<string, Review>>(
  'local',
  'reviews',
  {},
  recordOf(shapes.review, (key) => readRefKey(key) !== undefined),
  { sealed: true },
);

/** What a copied note holds, in its order: see `readTemplate` of `export/note.ts`. `null`: the default. */
export const noteItem = defineItem<string[] | null>('local', 'note', null, whole(v.array(text)), {
  under: withManagedNote,
});

/** Whether single keys are commands, e.g. [ and ] for the previous and the next call. */
export const singleKeysItem = defineItem<boolean>('local', 'singleKeys', true, whole(flag));

/** Whether personal data is masked wherever a call is shown, copied or exported. */
export const hidePersonalDataItem = defineItem<boolean>('local', 'hidePersonalData', false, whole(flag), {
  under: (own, policy) => own || policy.hidePersonalData,
});

/** Whether the extension was updated, and the user has not seen what is new. */
export const newsItem = defineItem<boolean>('local', 'news', false, whole(flag));

/** The language that the user chose in place of the browser's. */
export const languageItem = defineItem<Language | undefined>('local', 'language', undefined, whole(shapes.language));

/** What pages know of providers, left by the worker when it starts; absent if it has not in this browser session. */
export const providersItem = defineItem<ProviderInfo[] | undefined>(
  'session',
  'providers',
  undefined,
  whole(v.array(shapes.providerInfo)),
);

/** What the passphrase of the keys gives while it is unlocked: in memory only, closed to content scripts, gone with the browser session. */
export interface Unlocked {
  /** Of which passphrase: another salt is another passphrase. Base64. */
  salt: string;
  /** Base64. */
  bits: string;
  /** Milliseconds since 1970. */
  since: number;
  /** Minutes; `null`: until the browser closes. */
  after: number | null;
}

export const unlockedItem = defineItem<Unlocked | undefined>(
  'session',
  'unlocked',
  undefined,
  whole(v.object({ salt: text, bits: text, since: number, after: v.nullable(number) })),
);

/** Patterns of sites the browser was asked about and has not permitted: the answer comes later, or was no. */
export const askedItem = defineItem<string[]>('session', 'asked', [], listOf(text));

/** What stands in the popup's look-up box, looked up or not. */
export const boxTextItem = defineItem<string | undefined>('session', 'boxText', undefined, whole(text));

/** The list of calls that was looked up in the popup, as far as it got: a popup closes at the first click beside it. */
export interface KeptLookUp {
  text: string;
  /** The only one to ask, where the user chose one. */
  provider?: string;
  /** What came of each ID. A call itself is in the cache of calls. */
  answers: Record<string, { ref: CallRef } | { asked: Asked[] }>;
}

export const keptLookUpItem = defineItem<KeptLookUp | undefined>(
  'session',
  'lookUp',
  undefined,
  whole(shapes.keptLookUp),
);

/** What lists told of a call that was not read in full. */
export interface Listed {
  call: CallSummary;
  /** Milliseconds since 1970. */
  at: number;
  refreshes: number;
}

/** By `refKey`. */
export const summariesItem = defineItem<Record<string, Listed>>(
  'session',
  'summaries',
  {},
  recordOf(v.object({ call: shapes.callSummary, at: number, refreshes: number })),
);

/** All that is kept on disk. */
export const localItems: Item<never>[] = [
  policyItem,
  managedKeysItem,
  connectionsItem,
  sitesItem,
  describedItem,
  askOnPointItem,
  visitsItem,
  reviewsItem,
  noteItem,
  singleKeysItem,
  hidePersonalDataItem,
  newsItem,
  languageItem,
] as Item<never>[];
