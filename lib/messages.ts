import { browser } from 'wxt/browser';
import type { Call, CallRef, CallSummary } from './call/call';
import type { RecordField } from './compare/compareRecord';
import type { SiteRule } from './page/detect/rules';
import { CallFailure, type Failure } from './errors';
import type { Candidate, Confirmation, FrameReport, ReadingRules, Taught } from './page/protocol';
import type { Connection, Site } from './storage/settings';

/** The vendor's own filters, by the vendor's own names, and where each page begins. */
export interface CallFilter {
  name: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  choices?: string[];
}

export interface CallPage {
  calls: CallSummary[];
  /** How many the provider says there are; absent where it does not say. */
  total?: number;
  /** The next page's number; absent on the last page. */
  next?: number;
}

/** Whose key it is, as far as the cheapest harmless request tells. */
export interface Account {
  /** A sentence fragment for the options page, e.g. how many calls the account holds. */
  calls?: number;
  name?: string;
}

export interface ProviderInfo {
  id: string;
  name: string;
  baseUrl: string;
  keyPage: string;
  scopes: { name: string; optional: boolean }[];
  needsLocation: boolean;
  filters: CallFilter[];
}

export interface ConnectionInput {
  /** A new connection's ID is made by the page, so that the same message sent twice adds it once. */
  id: string;
  provider: string;
  label: string;
  baseUrl?: string;
  locationId?: string;
  /** Absent keeps the key there is. */
  key?: string;
}

export interface FoundId {
  id: string;
  /** Providers whose IDs look like it, by provider ID. */
  providers: string[];
}

/** A call with where it stands: how old it is, what could not be completed, and why a refresh failed if one did. */
export interface CallAnswer {
  call: Call;
  /** ISO 8601 */
  fetchedAt: string;
  failures: { what: 'recording' | 'details'; failure: Failure }[];
  /** The refresh failed; `call` is the last known. */
  stale?: Failure;
  /** Milliseconds until a call in progress is worth asking again; absent once it ended. */
  refreshIn?: number;
}

/** One connection that was asked, and what it said. */
export interface Asked {
  provider: string;
  connection: string;
  label: string;
  failure: Failure;
}

export type LookUpAnswer = { found: CallAnswer } | { asked: Asked[] };

/** One row of a look-up: an ID, and what came of it so far. */
export interface LookedUp extends FoundId {
  answer?: LookUpAnswer;
  failure?: Failure;
}

/** How a provider was searched: by the values of one field. */
export interface Searched {
  by: 'contactId' | 'phone';
  values: string[];
  /** Only the newest calls were looked through, this many; absent where the provider searched all of them. */
  among?: number;
  /** The provider found more than it was asked to list, or may have: only so many of the newest are here. */
  newest?: number;
}

/** What one connection knows of the CRM record on screen. */
export interface RecordCalls {
  connection: string;
  label: string;
  provider: string;
  /** Newest first. */
  calls: CallSummary[];
  /** Absent where the record tells nothing that this connection can be searched by (it was not asked), and after a failure. */
  searched?: Searched;
  failure?: Failure;
}

export interface RecentCall {
  ref: CallRef;
  /** ISO 8601 */
  at: string;
  label: string;
  /** It is stored whole, has ended and is short: to read it asks nobody and takes no time. */
  handy: boolean;
  status?: Call['status'];
  sentiment?: Call['sentiment'];
  summary?: string;
  duration?: number;
  flags?: Call['flags'];
}

/** Where a recording can be played or saved: a web address, or bytes left in the store that pages share with the worker. */
export type RecordingSource = { url: string } | { stored: string };

/**
 * Everything that may be asked of the worker. The last six are a web page's content script's, and all it may ask.
 * Replies are JSON and never hold an API key. A request with a `request` name can be cancelled by it.
 */
export interface Contract {
  listProviders(payload: Record<string, never>): ProviderInfo[];
  saveConnection(payload: ConnectionInput): Connection;
  testConnection(payload: { connection: string }): Account;
  removeConnection(payload: { connection: string }): true;
  addSamples(payload: Record<string, never>): Connection[];
  findIds(payload: { text: string }): FoundId[];
  lookUp(payload: { id: string; provider?: string; locationId?: string; request: string }): LookUpAnswer;
  getCall(payload: { ref: CallRef; refresh: boolean; locationId?: string; request: string }): CallAnswer;
  listCalls(payload: {
    connection: string;
    filters: Record<string, string>;
    page: number;
    locationId?: string;
    request: string;
  }): CallPage;
  cancel(payload: { request: string }): true;
  reveal(payload: { ref: CallRef; pointer: string }): string;
  openRecording(payload: { ref: CallRef }): RecordingSource;
  exportSettings(payload: Record<string, never>): string;
  importSettings(payload: { text: string }): { connections: number; sites: number };
  clearAll(payload: Record<string, never>): true;
  enableSite(payload: { pattern: string }): Site[];
  disableSite(payload: { pattern: string }): Site[];
  saveRules(payload: { pattern: string; rules: SiteRule[] }): Site[];
  setAskOnPoint(payload: { on: boolean }): boolean;
  /** `false`: the browser lets no extension read this page, e.g. its own settings. */
  readOnce(payload: { tab: number }): boolean;
  forgetTaught(payload: { tab: number }): true;
  fieldsOf(payload: { tab: number }): RecordField[];
  callsOfRecord(payload: { tab: number; request: string }): RecordCalls[];

  startReading(payload: Record<string, never>): ReadingRules;
  confirm(payload: { candidates: Candidate[]; pointed: boolean }): Confirmation;
  report(payload: FrameReport): true;
  taught(payload: Pick<Taught, 'id' | 'label' | 'pattern'>): true;
  /** Runs the script that marks calls and shows their card in the asking frame. */
  loadMarks(payload: Record<string, never>): true;
  openCall(payload: { ref: CallRef }): true;
}

export type MessageName = keyof Contract;
export type Payload<N extends MessageName> = Parameters<Contract[N]>[0];
export type Answer<N extends MessageName> = ReturnType<Contract[N]>;
export type Envelope = { ok: unknown } | { failure: Failure };

/**
 * Asks the worker. Throws a `CallFailure`. A worker that died while answering is asked once more: requests are idempotent.
 * Sources of the retry: the worker may be stopped at any moment, and the message channel then closes without a reply.
 */
export async function ask<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  const message = { name, payload };
  const send = (): Promise<Envelope | undefined> => browser.runtime.sendMessage(message).catch(() => undefined);
  const envelope = (await send()) ?? (await send());
  if (!envelope) throw new CallFailure({ code: 'worker-gone' });
  if ('failure' in envelope) throw new CallFailure(envelope.failure);
  return envelope.ok as Answer<N>;
}
