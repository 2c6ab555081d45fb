import type { CallRef } from '../../call/callRef';
import { isNoteOf, noteMark, type SavedNote } from '../../call/noteMark';
import { asFailure, fail } from '../../errors';
import { providerById } from '../../providers';
import { change } from '../../storage/item';
import { sentNotesItem } from '../../storage/requestItems';
import { withLock } from '../../storage/lock';
import { apiOf, shortPatience } from '../requests/api';
import { connectionOf, getCall } from './lookUp';

/** So long a note that was sent may take to appear in the vendor's list: milliseconds. */
const settling = 60_000;

/** Notes or forgets when a note was sent. Returns whether one had been sent that may still appear. */
async function noteSent(name: string, isSent: boolean): Promise<boolean> {
  const now = Date.now();
  let before = false;
  await change(sentNotesItem, (all) => {
    const fresh = Object.entries(all).filter(([, at]) => Math.abs(now - at) < settling);
    before = fresh.some(([each]) => each === name);
    if (before && isSent) return all;
    const others = Object.fromEntries(fresh.filter(([each]) => each !== name));
    return isSent ? { ...others, [name]: now } : others;
  });
  return before;
}

/**
 * Adds a note to the contact of a call, at its vendor, unless the contact has the note of this call already: the only thing that is
 * ever written anywhere. Whoever asks at the same time waits, and then finds it there. What was sent without an answer is not sent
 * again before it had time to appear.
 * @param text the whole note, with its mark
 * Throws a `CallFailure`; `not-found` where the vendor has no such contact.
 */
export async function saveNote(ref: CallRef, text: string, signal: AbortSignal): Promise<SavedNote> {
  const asking = { signal, patience: shortPatience };
  const { notes } = providerById(ref.provider);
  const connection = await connectionOf(ref.connection);
  if (!notes || connection.sample || !text.endsWith(noteMark(ref.id))) return fail('unexpected');
  const { contactId } = (await getCall(ref, { ...asking, refresh: false })).call;
  if (!contactId) return fail('not-found');
  const api = apiOf(connection, asking);
  const name = JSON.stringify([ref.provider, ref.id]);
  return withLock(`note:${name}`, async () => {
    if ((await notes.list(api, contactId)).some((note) => isNoteOf(note, ref.id))) return 'there';
    if (await noteSent(name, true)) return 'unsure';
    try {
      await notes.add(api, contactId, text);
      return 'saved';
    } catch (error) {
      const { status = 0 } = asFailure(error);
      // Refused is not written. Anything else may be: the answer alone was lost.
      if (status >= 400 && status < 500) await noteSent(name, false);
      throw error;
    }
  });
}
