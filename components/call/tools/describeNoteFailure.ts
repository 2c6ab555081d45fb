import { i18n } from '#i18n';
import type { Failure, FailureCode } from '../../../lib/errors';
import { describe } from '../../ui/describe';

/** For whom a note was, and what the key must be allowed to save it. */
export interface NoteWords {
  provider: string;
  connection: string;
  contact: string;
  scopes: string;
}

type Sentence = (words: NoteWords & { reply: string }) => string;
const refused: Sentence = (words) => i18n.t('saveNote.refused', words);
const sentences: Partial<Record<FailureCode, Sentence>> = {
  'scope-missing': refused,
  'no-access': refused,
  'key-rejected': refused,
  'not-found': (words) => i18n.t('saveNote.noContact', words),
  'request-rejected': (words) => i18n.t('saveNote.rejected', words),
};

/** Why a note was not saved, in a sentence that names the next step; after it, in quotes, the provider's own words. */
export function describeNoteFailure(failure: Failure, words: NoteWords): string {
  const { code, status, said } = failure;
  const sentence = sentences[code];
  if (!sentence) return describe(failure, words);
  const why = sentence({ ...words, reply: status ? i18n.t('failure.reply', { status }) : '' });
  return said ? `${why} ${i18n.t('failure.said', { provider: words.provider, said })}` : why;
}
