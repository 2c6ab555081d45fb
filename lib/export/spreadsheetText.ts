import { monthNames } from '../call/monthNames';

/** Runs as a formula (OWASP, “CSV Injection”); the full-width signs count for some spreadsheets. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const number = String.raw`(?:\d[\d.,'’ \u00A0\u202F]*|[.,]\d+)`;
/** Read as a number: `00123`, `1,000.50`, `1E5`, `$5`, `(5)`, `50 %`, `5-`. */
const numeric = new RegExp(`^\\(?(?:\\p{Sc}\\s?)?-?${number}(?:e[+-]?\\d+)?\\s?[-%‰]?\\s?\\p{Sc}?\\)?$`, 'iu');
/** Read as a date, a time or a fraction: `3-4`, `1/2`, `2 3/4`, `10:30`, `10 am`, `2026-01-15 10:30:00`. */
const dated =
  /^\d{1,4}(?:\s?[-/.:]\s?\d{1,4}|\s\d{1,2}\/\d{1,3})*(?:[ ,T]+\d{1,2}(?::\d{2}){0,2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?|\s[ap]|z)?\.?$/i;

/** The beginnings of the months in English and in the user's own language: a spreadsheet knows both. */
const months = ['en', undefined]
  .flatMap((language) => monthNames(language, 'long').concat(monthNames(language, 'short')))
  .map((name) => name.replace(/\.$/, ''))
  .filter((name) => /^\p{L}+$/u.test(name))
  .concat('sept');
const month = `(?:${[...new Set(months)].join('|')})\\.?`;
/** Read as a date by a month's name: `5 May`, `Mar-26`, `1. April 2026`, `MARCH1`, `Jan 5, 2026 10:30`. */
const monthDated = new RegExp(
  `^(?:\\d{1,4}[-/. ,]*${month}(?:[-/. ,]*\\d{1,4})?|${month}[-/. ,]*\\d{1,4}(?:[-/. ,]+\\d{2,4})?)(?:[ ,]+\\d{1,2}(?::\\d{2}){1,2}(?:\\s?[ap]m)?)?$`,
  'iu',
);

/** So many digits are shown as they are; more become `9.91214E+15` on screen, and beyond 15 they are lost. */
const plain = /^(?:0|[1-9]\d{0,10})$/;

const isRead = (text: string) => {
  const cell = text.trim();
  if (cell.length > 60 || !/\d/.test(cell) || plain.test(text)) return false;
  return numeric.test(cell) || dated.test(cell) || monthDated.test(cell);
};

/** Whether a spreadsheet shows a number with all its digits. */
export const isShown = (value: number) => /^-?(?=[\d.]{1,16}$)\d{1,11}(?:\.\d+)?$/.test(String(value));

/**
 * A cell's text for a spreadsheet that opens the file or has it pasted. What it would run as a formula or read as a number, a date, a
 * time or a fraction, and so show with other digits, begins with an apostrophe, the sign by which Excel, Sheets and LibreOffice know
 * text. A formula (`="00123"`) would show no sign and is yet a formula, which mail gateways and programs refuse; a tab does not keep
 * digits everywhere. Plain whole numbers of up to 11 digits stay bare, as all show them so. A program takes one apostrophe off
 * where one begins the cell and what follows, apostrophes aside, is such a text: nothing else is ever marked.
 */
export function spreadsheetText(text: string): string {
  const bare = text.replace(/^'+/, '');
  return formula.test(bare) || isRead(bare) ? `'${text}` : text;
}
