import { highlevelCalls } from '../calls/highlevel';
import type { Answer, Row } from './vendor';

/** The scopes that the vendor wants, by method. */
const scopes: Record<string, string> = { GET: 'contacts.readonly', POST: 'contacts.write' };
export const noteScopes = Object.values(scopes);

/** Notes of contacts as https://marketplace.gohighlevel.com/docs/ghl/contacts/notes tells, kept while the replica runs. */
export function contactNotes(failed: (status: number, message: string | string[]) => Answer) {
  const contacts = new Set(highlevelCalls.map(({ row }) => String(row.contactId)));
  const kept = new Map<string, Row[]>();
  /** Answers for a path of notes; `undefined` for any other. `granted`: the token's scopes. */
  return (method: string, path: string, body: string, granted: readonly string[]): Answer | undefined => {
    const contact = /^\/contacts\/([^/]+)\/notes$/.exec(path)?.[1];
    const scope = scopes[method];
    if (contact === undefined || scope === undefined) return undefined;
    if (!granted.includes(scope)) return failed(401, 'The token is not authorized for this scope.');
    if (!contacts.has(contact)) return failed(400, `Contact with id ${contact} not found`);
    const notes = kept.get(contact) ?? [];
    if (method === 'GET') return { status: 200, body: { notes } };
    const sent = JSON.parse(body) as Row;
    const unknown = Object.keys(sent).filter((name) => !['body', 'userId', 'title', 'color', 'pinned'].includes(name));
    if (unknown.length > 0)
      return failed(
        422,
        unknown.map((name) => `property ${name} should not exist`),
      );
    if (typeof sent.body !== 'string' || !sent.body) return failed(422, ['body should not be empty']);
    const note: Row = {
      id: `note${String(notes.length).padStart(16, '0')}`,
      body: sent.body,
      userId: 'TUcmRxWrjqzJS8EjkxNK',
      dateAdded: new Date().toISOString(),
      contactId: contact,
    };
    kept.set(contact, [note, ...notes]);
    return { status: 201, body: { note } };
  };
}
