/**
 * The last line of a note that was saved for a call, by which the note is found again. Of the same words in every language, and of
 * signs that no editor rewrites.
 */
export const noteMark = (id: string): string => `Call Log Inspector: call ${id}`;

/** The note with its mark. */
export const markedNote = (text: string, id: string): string =>
  [text.trim(), noteMark(id)].filter(Boolean).join('\n\n');

/** Whether a note, as text or HTML, is the one that was saved for this call. */
export function isNoteOf(note: string, id: string): boolean {
  const [, ...after] = note.split(noteMark(id));
  // Another call's ID may begin with this one.
  return after.some((rest) => !/^[\w-]/.test(rest));
}

/** What came of saving a note: `there` it was already; `unsure`: it was sent a moment ago, and is not in the vendor's list yet. */
export type SavedNote = 'saved' | 'there' | 'unsure';
