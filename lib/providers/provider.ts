import type { Call, CallRef, CallSummary, Json } from '../call/call';
import type { Failure } from '../errors';
import type { IdShape } from '../page/detect/idShapes';
import type { CallPage, Searched } from '../call/callList';
import type { Account, CallFilter } from '../call/providerInfo';

/** One account at one provider, as the worker knows it while it asks. The key is added by `http.ts`, never handed to a provider. */
export interface Api {
  /**
   * GETs a path below the connection's base URL and answers the parsed JSON, unredacted.
   * Throws a `CallFailure`; what the vendor's status and body mean is decided by the provider's `explain`.
   */
  get(path: string, query?: Record<string, string | number | undefined>): Promise<Json>;
  /** HighLevel's location ID: the connection's own, else the page's. */
  locationId?: string;
  /** Facts a provider wants remembered for this connection, e.g. which generation of routes answers. */
  memory: { get(name: string): Promise<string | undefined>; set(name: string, value: string): Promise<void> };
}

/** Everything one look-up brought, before redaction: the reply that is the call, and what completed it. */
export interface Reply {
  /** Shown under "All fields": one document, or one member per request. */
  raw: Json;
  /** What could not be completed: shown beside the call, e.g. details that need another scope. */
  failures: { what: 'recording' | 'details'; failure: Failure }[];
}

/** What a CRM record tells that a provider may search by. `locationId` and `contactId` are HighLevel's; phone numbers are in any notation. */
export interface RecordQuery {
  locationId?: string;
  contactId?: string;
  phones: string[];
}

export interface Provider {
  id: string;
  /** The vendor's own name, as it writes it. */
  name: string;
  /** The vendor's API, without a trailing slash. */
  baseUrl: string;
  /** The vendor's page where a key is created. */
  keyPage: string;
  /** What to tick when creating the key. Empty where the vendor has no scopes. */
  scopes: { name: string; optional: boolean }[];
  needsLocation: boolean;
  /** Headers beside Authorization. */
  headers: Record<string, string>;
  /** How IDs of this provider look in a text. */
  ids: IdShape[];
  /** Hosts of the vendor's own pages and recordings; a link there is a link to a call. */
  hosts: string[];
  /** The most requests that `getCall` makes. */
  requestsPerCall: number;
  /** Requests at once, and requests per interval (milliseconds), kept well below the vendor's own limit. */
  limits: { concurrency: number; requests: number; interval: number };
  filters: CallFilter[];
  /** Gets one call with every request that completes it. `undefined`: the provider does not know the ID. */
  getCall(api: Api, id: string): Promise<Reply | undefined>;
  /** Maps a redacted reply to a call. Never throws: what does not fit is in `problems`. */
  toCall(ref: CallRef, raw: Json): Omit<Call, 'masked'>;
  listCalls(api: Api, connection: string, filters: Record<string, string>, page: number): Promise<CallPage>;
  /** The calls with the person of a CRM record, newest first. `undefined`: the record tells nothing this provider can search by. */
  callsOf?(
    api: Api,
    connection: string,
    record: RecordQuery,
  ): Promise<{ calls: CallSummary[]; searched: Searched } | undefined>;
  /** Those of the IDs that are calls, by one request. `undefined`: this account cannot be asked about several at once. */
  findCalls?(api: Api, connection: string, ids: string[]): Promise<CallSummary[] | undefined>;
  whoAmI(api: Api): Promise<Account>;
  /**
   * Where the recording is, read from an unredacted reply: an https address, or the path of a request that needs the key.
   * `undefined`: none, or an address that is not safe to open.
   */
  recording(raw: Json): { url: string } | { path: (locationId: string) => string } | undefined;
  /** The vendor's status and body as our failure; `undefined` leaves the general meaning of the status. */
  explain(status: number, body: Json | undefined): Failure | undefined;
}
