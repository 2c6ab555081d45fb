import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { summarize } from '../../lib/call/summarize';
import { callsCsv, extractedCsv, transcriptCsv } from '../../lib/export/csv';
import { spreadsheetText } from '../../lib/export/spreadsheetText';
import { emptyCall, fullCall, turn } from '../fixtures/exportedCalls';

const read = (csv: string | undefined) => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv ?? '', { header: true });
  expect(errors).toEqual([]);
  return data;
};

/** What a program reads: one apostrophe is taken off where it marks text that a spreadsheet would change. */
const unmarked = (cell: string) =>
  cell.startsWith("'") && spreadsheetText(cell.slice(1)) === cell ? cell.slice(1) : cell;

test('a transcript, extracted data and a list of calls are read back as they were', () => {
  expect(read(transcriptCsv(fullCall))[1]).toMatchObject({
    Turn: '2',
    Speaker: 'Customer',
    Text: 'A table <please>\n\nfor two --> me & you',
    'Start (seconds)': '3',
    'End (seconds)': '',
  });
  expect(read(extractedCsv(fullCall))).toEqual([
    { Name: 'party_size', Value: '2' },
    { Name: 'email', Value: '' },
    { Name: 'token', Value: '••••••' },
    { Name: 'note', Value: '\'=HYPERLINK("x")' },
  ]);
  expect(read(callsCsv([summarize(fullCall), summarize(emptyCall)]))).toMatchObject([
    { 'Call ID': '50958', Status: 'No answer (did_not_pick)', 'Duration (seconds)': '192' },
    { 'Call ID': '50958', Status: '', 'Duration (seconds)': '' },
  ]);
});

test('a list of calls takes along what the user noted, and no cell of it is a formula', () => {
  const options = {
    providerName: () => 'OmniDimension',
    connectionName: () => 'Support line',
    reviewOf: () => ({ flagged: true, note: '=1+1' }),
  };
  expect(read(callsCsv([summarize(fullCall)], options))).toMatchObject([
    { Provider: 'OmniDimension', Connection: 'Support line', Reviewed: '', Flagged: 'yes', 'Your note': "'=1+1" },
  ]);
});

test('begins with a byte-order mark, lines end as RFC 4180 says', () => {
  const csv = callsCsv([]);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(callsCsv([summarize(emptyCall)])).toContain('\r\n');
});

test('nothing to tell gives no file', () => {
  expect(transcriptCsv(emptyCall)).toBeUndefined();
  expect(extractedCsv(emptyCall)).toBeUndefined();
  expect(transcriptCsv(fullCall, 7)).toBeUndefined();
});

test('any text comes back, and no cell is a formula', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'=+-@\t\r\n,;"\'＝ 0159e/:.'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(fc.string({ unit }), { minLength: 1 }), (texts) => {
      const rows = read(
        transcriptCsv({ ...emptyCall, transcripts: [{ kind: 'original', turns: texts.map((text) => turn(text)) }] }),
      );
      const cells = rows.map(({ Text = '' }) => Text);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(cells.map(unmarked)).toEqual(texts);
    }),
  );
});

test('a negative number stays a number', () => {
  const call = { ...emptyCall, extracted: [{ name: 'balance', value: -5, absent: false, pointer: '' }] };
  expect(read(extractedCsv(call))).toEqual([{ Name: 'balance', Value: '-5' }]);
});

test('digits are opened as they were sent, and what is a number stays one', () => {
  const values = [
    '9912140633506421',
    '00123',
    '3-4',
    '1E5',
    '=1+1',
    '2',
    2,
    12.5,
    123456789012,
    0.1234567890123456,
    true,
  ];
  const extracted = values.map((value, index) => ({ name: String(index), value, absent: false, pointer: '' }));
  expect(read(extractedCsv({ ...emptyCall, extracted })).map(({ Value }) => Value)).toEqual(
    "'9912140633506421 '00123 '3-4 '1E5 '=1+1 2 2 12.5 '123456789012 '0.1234567890123456 true".split(' '),
  );
  const ref = { ...emptyCall.ref, id: '1234567890123456789' };
  expect(read(callsCsv([{ ref, startedAt: { text: '05/04/2026 14:46:15' }, duration: 192 }]))).toMatchObject([
    { 'Call ID': "'1234567890123456789", Started: "'05/04/2026 14:46:15", 'Duration (seconds)': '192' },
  ]);
});
