import { fail } from '../../errors';
import { isId } from '../../page/detect/idShapes';
import type { ContactNotes } from '../provider';
import { items, root, text } from '../reading/fields';
import { ask, otherId } from './ask';

const [readonly, write] = ['contacts.readonly', 'contacts.write'];

/** The contacts API names this version alone. */
const headers = { Version: '2021-07-28' };

const pathOf = (contact: string): string =>
  isId(contact, otherId) ? `/contacts/${encodeURIComponent(contact)}/notes` : fail('not-found');

/** Notes of a contact: https://marketplace.gohighlevel.com/docs/ghl/contacts/notes */
export const notes: ContactNotes = {
  scopes: [readonly, write],
  async list(api, contact) {
    const reply = await ask(api, { path: pathOf(contact), scope: readonly, headers });
    return items(root(reply), 'notes').map((note) => text(note, 'body') ?? '');
  },
  async add(api, contact, body) {
    await ask(api, { method: 'POST', writes: true, path: pathOf(contact), body: { body }, scope: write, headers });
  },
};
