import type { Call } from '../call/call';
import type { CallRef } from '../call/callRef';
import type { CallAnswer } from '../call/callAnswer';
import { otherPartyOf } from '../call/otherParty';
import { refKey } from '../call/refKey';
import { read, readAll, readFamily } from './item';
import { callItem, type Entry, type Head, headItem } from './callItems';
import { withLock } from './lock';
import { removeCalls, store } from './store';

// Calls already read, written by the worker and read by our own pages too, who need not wake it then. In session storage: in memory
// only, gone with the browser session or an update of the extension, closed to content scripts, and alive when the worker is stopped.

/** As far as its provider says. */
export const hasEnded = ({ status }: Pick<Call, 'status'>) => status?.kind !== 'in-progress';

function headOf({ call, fetchedAt }: Entry, { length }: string): Head {
  const { ref, status, sentiment, agent, startedAt, summary, duration, flags } = call;
  const party = otherPartyOf(call);
  return { ref, status, sentiment, agent, party, startedAt, summary, duration, flags, fetchedAt, length };
}

/** The stored call, if there is one. */
export const cached = (ref: CallRef): Promise<Entry | undefined> => read(callItem(refKey(ref)));

/** The answer about a stored call that has ended: nobody need be asked about it. */
export async function finishedCall(ref: CallRef): Promise<CallAnswer | undefined> {
  const entry = await cached(ref);
  if (!entry || !hasEnded(entry.call)) return undefined;
  const { call, fetchedAt, failures } = entry;
  return { call, fetchedAt, failures };
}

/** What lists show of those of these calls that are stored, in the order of the refs. */
export const cachedHeads = (refs: CallRef[]): Promise<(Head | undefined)[]> =>
  readAll(refs.map((ref) => headItem(refKey(ref))));

/**
 * The stored calls in whose text `isIn` finds something, the last read first, and how many are stored. It is asked about a call's JSON,
 * before that is parsed, which takes the most time.
 */
export async function cachedCallsWith(isIn: (json: string) => boolean): Promise<{ calls: Call[]; among: number }> {
  let among = 0;
  const found = await readFamily(callItem, (stored) => {
    if (typeof stored !== 'string') return false;
    among++;
    return isIn(stored);
  });
  const entries = [...found.values()].filter((entry) => entry !== undefined);
  entries.sort((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1));
  return { calls: entries.map(({ call }) => call), among };
}

const lock = 'calls';
/** UTF-16 units of the longest text that is stored. Others would have to go for a longer one, which would not fit for all that. */
const longest = 5_000_000;

/** Stores a call. */
export const remember = (entry: Entry): Promise<void> =>
  withLock(lock, async () => {
    const text = JSON.stringify(entry);
    const key = refKey(entry.call.ref);
    if (text.length > longest) return removeCalls([key]);
    const items = { [callItem(key).key]: text, [headItem(key).key]: headOf(entry, text) };
    // A call too large for the store is shown all the same, only not kept.
    await store('session', items).catch(() => {});
  });

/** Forgets the calls of one connection. */
export const forget = (connection: string): Promise<void> =>
  withLock(lock, async () => {
    const heads = [...(await readFamily(headItem))];
    await removeCalls(heads.flatMap(([key, head]) => (head?.ref.connection === connection ? [key] : [])));
  });
