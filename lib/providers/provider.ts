import type { Call, Json } from '../call/call';
import type { Searched } from '../call/callList';
import type { Account, CallFilter } from '../call/providerInfo';
import type { VendorWords } from '../call/vendorWords';
import type { CrmRecord } from '../crm/crm';
import type { Failure } from '../errors';
import type { IdShape } from '../page/detect/idShapes';

/** A text for the user, by language; English is what the others fall back to. */
export type Words = { en: string } & { [language: string]: string };

export type Query = Record<string, string | number | undefined>;

/** A request below the base URL of the connection. It only reads, unless it says that it `writes`: `POST` is for searches that take a body. */
export interface ApiRequest {
  method: 'GET' | 'POST';
  /** Begins with a slash. */
  path: string;
  query?: Query;
  /** Sent as JSON, by `POST` alone. */
  body?: Json;
  /** The scope that the vendor wants for it: named to the user where the key lacks it. */
  scope?: string;
  /** It writes: it is never sent a second time. */
  writes?: true;
  /** In place of the provider's own of the same names. */
  headers?: Record<string, string>;
}

/** One account at one provider, as the provider sees it while it asks. The key is joined in `worker/requests/api.ts` and never handed out. */
export interface Api {
  /**
   * Returns the parsed JSON of the reply, unredacted.
   * Throws a `CallFailure`; the provider's `explain` decides what the vendor's status and body mean.
   */
  request(request: ApiRequest): Promise<Json>;
  /** `request` by `GET`. */
  get(path: string, query?: Query): Promise<Json>;
  /** What the account needs beside its key, by field name. No request leaves while one of the provider's fields is missing. */
  account: Record<string, string>;
  /** Facts a provider wants remembered for this connection, e.g. which generation of routes answers. */
  memory: { get(name: string): Promise<string | undefined>; set(name: string, value: string): Promise<void> };
}

/** Everything one look-up brought, before redaction: the reply that is the call, and what completed it. */
export interface Reply {
  /** Shown under "All fields": one document, or one member per request. */
  raw: Json;
  /** What could not be completed: shown beside the call, e.g. details that need another scope. `what`: the part of the call that is missing. */
  failures: { what: Words; failure: Failure }[];
}

/** A call of a list: its ID and, in the shape that `toCall` reads, what the list says of it. */
export interface Row {
  id: string;
  raw: Json;
}

/** One page of a list, newest first. */
export interface Listed {
  rows: Row[];
  /** How many there are in all, where the vendor says. */
  total?: number;
  /** Where the next page begins; absent on the last one. Only the provider reads it. */
  next?: string;
}

/** What a CRM's page tells that a provider may search by: the record on screen, and phone numbers in any notation. */
export interface RecordQuery {
  record?: CrmRecord;
  phones: string[];
}

/** A recording that takes the key. */
export interface RecordingRequest extends Pick<ApiRequest, 'path' | 'query' | 'scope' | 'headers'> {
  /** The vendor answers with a redirect to another host. Only for a key that is sent as `authorization`: no other header stays behind. */
  mayRedirect?: boolean;
}

/** Where the vendor keeps an account. */
export interface Region {
  id: string;
  name?: string;
  /** Without a trailing slash. */
  baseUrl: string;
}

/** What an account needs beside its key, e.g. HighLevel's location. */
export interface AccountField {
  name: string;
  /** Names its text field: "Location ID". */
  label: Words;
  /** The same within a sentence: "a location ID". */
  phrase: Words;
  hint: Words;
  /** Source of an expression that matches a whole value. */
  pattern: string;
  /** What a sample account holds. */
  sample: string;
  /** The value that the address of a web page tells; what the connection itself holds comes before it. */
  fromPage?(url: URL): string | undefined;
}

/** What only this vendor calls things so; the words that vendors have in common are in `call/vendorWords.ts`. */
export interface ProviderWords extends Partial<VendorWords<Words>> {
  /** By the action's type, as the vendor spells it. */
  actions?: Record<string, Words>;
  /** End reasons that a vendor makes by pattern, too many to list: the first family that the word, as sent, belongs to. */
  endReasonFamilies?: [family: RegExp, meaning: Words][];
}

/** The vendor's documented replies, from which sample accounts are served. */
export interface Samples {
  /** The IDs of the documented calls, newest first. */
  ids: string[];
  /** By request path. Where a vendor documents a call in several places with different IDs, the IDs are made to agree. */
  documented: Record<string, Json>;
  /** What no document shows: lists of the documented calls, and the reply for an unknown ID where that is no 404. */
  composed(path: string): Json | undefined;
}

/** Notes of a contact at the vendor: the one place where anything is ever written, and only on a press of the user. */
export interface ContactNotes {
  /** What the key must be allowed for it. */
  scopes: string[];
  /** The contact's notes, each as text or HTML. */
  list(api: Api, contact: string): Promise<string[]>;
  /** Adds a note. Whoever calls it has looked in the list. */
  add(api: Api, contact: string, text: string): Promise<void>;
}

export interface Provider {
  id: string;
  /** The vendor's own name, as it writes it. */
  name: string;
  /** The first is where an account is unless the user says otherwise. */
  regions: [Region, ...Region[]];
  account: AccountField[];
  /** The headers that carry the key. */
  authorize(key: string): Record<string, string>;
  /** Headers beside these. */
  headers: Record<string, string>;
  /** How to create a key, in a sentence or two. */
  keyHelp: Words;
  /** The vendor's page where a key is created; empty where there is none. */
  keyPage: string;
  /** What to tick when creating the key. Empty where the vendor has no scopes. */
  scopes: { name: string; optional: boolean }[];
  words: ProviderWords;
  samples: Samples;
  /** How IDs of this provider look in a text. */
  ids: IdShape[];
  /** What a label of such an ID may call the vendor (“Omni call 50958”): lower case, letters only, `~` for a space. */
  labelWords: string[];
  /** Hosts of the vendor's own pages and recordings; a link there is a link to a call. */
  hosts: string[];
  /** The most requests that `getCall` makes. */
  requestsPerCall: number;
  /** Requests at once, and the vendor's own limit: requests within any interval (milliseconds). A part of it is used. */
  limits: { concurrency: number; requests: number; interval: number };
  filters: CallFilter[];
  /** Gets one call with every request that completes it. `undefined`: the provider does not know the ID. */
  getCall(api: Api, id: string): Promise<Reply | undefined>;
  /** A date with slashes begins with the month. Absent: nobody knows, and no such time is read in the zone of an account. */
  isMonthFirst?: true;
  /** Maps a redacted reply to a call. Never throws: what does not fit is in `problems`. */
  toCall(id: string, raw: Json): Omit<Call, 'ref' | 'masked'>;
  /** One page of the account's calls. `filters` holds what the user filled in, by the names of `filters`. */
  listCalls(api: Api, filters: Record<string, string>, cursor: string | undefined): Promise<Listed>;
  /** The calls with the contact of a CRM record, newest first. `undefined`: the record tells nothing this provider can search by. */
  callsOf?(api: Api, query: RecordQuery): Promise<{ rows: Row[]; searched: Searched } | undefined>;
  /** Those of the IDs that are calls, by one request. `undefined`: this account cannot be asked about several at once. */
  findCalls?(api: Api, ids: string[]): Promise<Row[] | undefined>;
  /** Whose key it is, by the cheapest harmless request. */
  whoAmI(api: Api): Promise<Account>;
  /**
   * Where the recording is, read from an unredacted reply: an https address, or a request that takes the key.
   * `undefined`: none, or an address that is not safe to open.
   */
  recording(raw: Json, account: Api['account']): { url: string } | { request: RecordingRequest } | undefined;
  /** Absent: the vendor keeps no contacts. */
  notes?: ContactNotes;
  /** The vendor's status and body as our failure; `undefined` leaves the general meaning of the status. */
  explain(status: number, body: Json | undefined): Failure | undefined;
}
