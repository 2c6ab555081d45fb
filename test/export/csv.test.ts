import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { summarize } from '../../lib/call/call';
import { callsCsv, extractedCsv, transcriptCsv } from '../../lib/export/csv';
import { emptyCall, fullCall, turn } from '../fixtures/exportedCalls';

const read = (csv: string | undefined) => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv ?? '', { header: true });
  expect(errors).toEqual([]);
  return data;
};

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
    fc.constantFrom(...'=+-@\t\r\n,;"\'＝ '),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(fc.string({ unit }), { minLength: 1 }), (texts) => {
      const rows = read(
        transcriptCsv({ ...emptyCall, transcripts: [{ kind: 'original', turns: texts.map((text) => turn(text)) }] }),
      );
      expect(rows.map(({ Text }) => Text)).toEqual(
        texts.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)),
      );
    }),
  );
});

test('a negative number stays a number', () => {
  const call = { ...emptyCall, extracted: [{ name: 'balance', value: -5, absent: false, pointer: '' }] };
  expect(read(extractedCsv(call))).toEqual([{ Name: 'balance', Value: '-5' }]);
});
