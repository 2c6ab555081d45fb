import { browser } from 'wxt/browser';
import type { CallRef } from './call/callRef';
import type { CallAnswer, RecordingSource } from './call/callAnswer';
import type { CallPage, RecordCalls } from './call/callList';
import type { KeyAccess } from './call/keyAccess';
import type { KeyLock } from './call/keyLock';
import type { SavedNote } from './call/noteMark';
import type { FoundId, LookUpAnswer } from './call/lookUp';
import type { Account, AddedProvider, ProviderInfo } from './call/providerInfo';
import type { RecordField } from './compare/compareRecord';
import type { SiteRule } from './page/detect/rules';
import { CallFailure, type Failure } from './errors';
import type { Language } from './language/languages';
import type { Candidate, Confirmation, ReadingRules, ShownReport, Taught } from './page/protocol';
import type { Site } from './page/site';
import type { Connection } from './call/connection';

export interface ConnectionInput {
  /** A new connection's ID is made by the page, so that the same message sent twice adds it once. */
  id: string;
  provider: string;
  label: string;
  region?: string;
  baseUrl?: string;
  /** What the account needs beside its key, by the provider's field names. */
  account?: Record<string, string>;
  /** IANA's name of the account's time zone, where the user states it. */
  zone?: string;
  /** Absent keeps the key there is. */
  key?: string;
}

/**
 * Everything that may be asked of the worker. The last six are a web page's content script's, and all it may ask.
 * Replies are JSON and never hold an API key. A request with a `request` name can be cancelled by it.
 */
export interface Contract {
  listProviders(payload: Record<string, never>): ProviderInfo[];
  saveConnection(payload: ConnectionInput): Connection;
  /** The user's own key, for a connection that a policy brings without one. */
  saveManagedKey(payload: { connection: string; key: string }): Connection;
  testConnection(payload: { connection: string }): Account;
  keyAccess(payload: { connection: string }): KeyAccess[];
  removeConnection(payload: { connection: string }): true;
  addSamples(payload: Record<string, never>): Connection[];
  /** `text`: the file that describes it. One of its ID that was described before is replaced. */
  addProvider(payload: { text: string }): AddedProvider;
  /** A provider that was described, with its connections. */
  removeProvider(payload: { provider: string }): true;
  /** `provider` is whom the user chose to ask. */
  findIds(payload: { text: string; provider?: string }): FoundId[];
  /** `providers`: nobody else is asked. `address` is the page on screen: it may tell what a connection does not hold, e.g. HighLevel's
   * location. `incognito`: asked in a private window, so that nothing of it is written to disk. */
  lookUp(payload: {
    id: string;
    providers?: string[];
    address?: string;
    incognito?: boolean;
    request: string;
  }): LookUpAnswer;
  getCall(payload: { ref: CallRef; refresh: boolean; request: string }): CallAnswer;
  listCalls(payload: {
    connection: string;
    filters: Record<string, string>;
    cursor?: string;
    request: string;
  }): CallPage;
  cancel(payload: { request: string }): true;
  reveal(payload: { ref: CallRef; pointer: string }): string;
  /** `channel`: where the page listens for bytes. */
  openRecording(payload: { ref: CallRef; channel: string }): RecordingSource;
  /** `text`: the whole note, with its mark. */
  saveNote(payload: { ref: CallRef; text: string }): SavedNote;
  /** What whoever looks into a problem has to know, for the user to read first. */
  diagnostics(payload: Record<string, never>): string;
  exportSettings(payload: Record<string, never>): string;
  importSettings(payload: { text: string }): { connections: number; sites: number; providers: number };
  clearAll(payload: Record<string, never>): true;
  keyLock(payload: Record<string, never>): KeyLock;
  unlock(payload: { passphrase: string }): KeyLock;
  lockNow(payload: Record<string, never>): KeyLock;
  /** `current`: the passphrase there is, if there is one. */
  setPassphrase(payload: { passphrase: string; after: number | null; current?: string }): KeyLock;
  removePassphrase(payload: { current: string }): KeyLock;
  lockAfter(payload: { after: number | null }): KeyLock;
  /** Erases keys and passphrase; the connections stay, and want their keys anew. */
  forgetKeys(payload: Record<string, never>): KeyLock;
  enableSite(payload: { pattern: string }): Site[];
  disableSite(payload: { pattern: string }): Site[];
  saveRules(payload: { pattern: string; rules: SiteRule[] }): Site[];
  /** `null`: the browser's. */
  setLanguage(payload: { language: Language | null }): Language | null;
  /** `false`: the browser lets no extension read this page, e.g. its own settings. */
  readOnce(payload: { tab: number }): boolean;
  forgetTaught(payload: { tab: number }): true;
  fieldsOf(payload: { tab: number }): RecordField[];
  callsOfRecord(payload: { tab: number; request: string }): RecordCalls[];

  startReading(payload: Record<string, never>): ReadingRules;
  confirm(payload: { candidates: Candidate[]; pointed: boolean }): Confirmation;
  report(payload: ShownReport): true;
  taught(payload: Pick<Taught, 'id' | 'label' | 'pattern'>): true;
  /** Runs the script that marks calls and shows their card in the asking frame. */
  loadMarks(payload: Record<string, never>): true;
  openCall(payload: { ref: CallRef }): true;
}

export type MessageName = keyof Contract;
export type Payload<N extends MessageName> = Parameters<Contract[N]>[0];
export type Answer<N extends MessageName> = ReturnType<Contract[N]>;
/** `waiting`: it takes longer; a page that still wants it asks the same again. */
export type Envelope = { ok: unknown } | { failure: Failure } | { waiting: true };

/** An envelope, whichever it is. */
type Said = { ok?: unknown; failure?: Failure; waiting?: true };

/** A worker that goes so many times in a row without an answer will not give one. */
const mostLosses = 10;

/**
 * Asks the worker, for as long as it takes. Throws a `CallFailure`; `canceled` when the signal has aborted. A worker that died while
 * answering is asked again: requests are idempotent. It may be stopped at any moment, and the message channel then closes without a reply.
 */
export async function ask<N extends MessageName>(
  name: N,
  payload: Payload<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  for (let losses = 0; losses < mostLosses; losses++) {
    if (signal?.aborted) break;
    const said: Said | undefined = await browser.runtime.sendMessage({ name, payload }).catch(() => undefined);
    if (said?.failure) throw new CallFailure(said.failure);
    if (said?.waiting) losses = 0;
    else if (said) return said.ok as Answer<N>;
  }
  throw new CallFailure({ code: signal?.aborted ? 'canceled' : 'worker-gone' });
}
