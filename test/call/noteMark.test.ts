import { expect, test } from 'vitest';
import { isNoteOf, markedNote, noteMark } from '../../lib/call/noteMark';

const id = '507f1f77bcf86cd799439011';

test('a note is found again by its last line, however an editor wrapped it', () => {
  const note = markedNote('Summary: Zoë called.\n', id);
  expect(note).toBe(`Summary: Zoë called.\n\n${noteMark(id)}`);
  expect(isNoteOf(note, id)).toBe(true);
  expect(isNoteOf(`<p>Summary: Zoë called.</p><p>${noteMark(id)}</p>`, id)).toBe(true);
  expect(isNoteOf(`${noteMark(id)} and what I think of it`, id)).toBe(true);
});

test('a note that names the call otherwise, or a longer ID, is another', () => {
  expect(isNoteOf(`Call ID: ${id}`, id)).toBe(false);
  expect(isNoteOf(noteMark(`${id}0`), id)).toBe(false);
  expect(isNoteOf(`${noteMark(`${id}0`)}\n${noteMark(id)}`, id)).toBe(true);
});

test('a template without parts leaves the mark alone', () => {
  expect(markedNote('', id)).toBe(noteMark(id));
});
