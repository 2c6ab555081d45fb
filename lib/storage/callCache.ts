import { browser } from 'wxt/browser';
import type { Call, CallRef } from '../call/call';
import type { RecentCall } from '../call/callList';
import type { CallAnswer } from '../call/callAnswer';
import { refKey } from '../call/refKey';

/**
 * Calls already read, written by the worker and read by our own pages too, who need not wake it then. In session storage: in memory only, gone with the browser session or an update of the extension, closed to
 * content scripts, and alive when the worker is stopped. Holds redacted calls alone.
 */
export interface Entry extends Pick<CallAnswer, 'call' | 'fetchedAt' | 'failures'> {
  call: Call;
  /** How often a call in progress was asked again. */
  refreshes: number;
}

/** What a list shows of a stored call. It lies beside the call, because reading fifty calls whole would take a list most of a second. */
type Head = Pick<RecentCall, 'ref' | 'status' | 'sentiment' | 'summary' | 'duration' | 'flags'> &
  Pick<Entry, 'fetchedAt'> & {
    /** UTF-16 units of the whole call's text. */
    length: number;
  };

/** As far as its provider says. */
export const hasEnded = ({ status }: Pick<Call, 'status'>) => status?.kind !== 'in-progress';

const entryKey = (ref: CallRef) => `call:${refKey(ref)}`;
const headPrefix = 'head:';
const headKey = (ref: CallRef) => headPrefix + refKey(ref);

function headOf({ call, fetchedAt }: Entry, { length }: string): Head {
  const { ref, status, sentiment, summary, duration, flags } = call;
  return { ref, status, sentiment, summary, duration, flags, fetchedAt, length };
}

/** The stored call, if there is one. It is kept as text: the browser's storage sorts the members of an object, and the provider's order is worth keeping. */
export async function cached(ref: CallRef): Promise<Entry | undefined> {
  const key = entryKey(ref);
  const stored = (await browser.storage.session.get(key))[key];
  return typeof stored === 'string' ? (JSON.parse(stored) as Entry) : undefined;
}

/** The answer about a stored call that has ended: nobody need be asked about it. */
export async function finishedCall(ref: CallRef): Promise<CallAnswer | undefined> {
  const entry = await cached(ref);
  if (!entry || !hasEnded(entry.call)) return undefined;
  const { call, fetchedAt, failures } = entry;
  return { call, fetchedAt, failures };
}

/** What lists show of those of these calls that are stored, in the order of the refs. */
export async function cachedHeads(refs: CallRef[]): Promise<(Head | undefined)[]> {
  const stored = await browser.storage.session.get(refs.map(headKey));
  return refs.map((ref) => stored[headKey(ref)] as Head | undefined);
}

/** Stores a call. When the 10 MB of session storage are full, the older half of the calls makes room. */
export async function remember(entry: Entry): Promise<void> {
  const { ref } = entry.call;
  const text = JSON.stringify(entry);
  const items = { [entryKey(ref)]: text, [headKey(ref)]: headOf(entry, text) };
  try {
    await browser.storage.session.set(items);
  } catch {
    const heads = (await allHeads()).sort((a, b) => (a.fetchedAt < b.fetchedAt ? -1 : 1));
    await remove(heads.slice(0, Math.ceil(heads.length / 2)));
    // A call too large for the store is shown all the same, only not kept.
    await browser.storage.session.set(items).catch(() => {});
  }
}

/** Forgets the calls of one connection. */
export async function forget(connection: string): Promise<void> {
  await remove((await allHeads()).filter(({ ref }) => ref.connection === connection));
}

const remove = (heads: Head[]) =>
  browser.storage.session.remove(heads.flatMap(({ ref }) => [entryKey(ref), headKey(ref)]));

async function allHeads(): Promise<Head[]> {
  const stored = Object.entries(await browser.storage.session.get(null));
  return stored.filter(([key]) => key.startsWith(headPrefix)).map(([, head]) => head as Head);
}
