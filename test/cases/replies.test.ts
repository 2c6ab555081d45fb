import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Call, Json } from '../../lib/call/call';
import { extractedCsv } from '../../lib/export/csv';
import { writeCallJson } from '../../lib/export/json';
import { writeNote } from '../../lib/export/note';
import { spreadsheetText } from '../../lib/export/spreadsheetText';
import { callOf } from '../../lib/worker/calls/callOf';
import { parseReply } from '../../lib/worker/requests/reply';
import { emptyCall, names } from '../fixtures/exportedCalls';

/** A provider's reply, as an object or as it was sent, and what the call made of it has to say. */
interface ReplyCase {
  what: 'reply';
  provider: string;
  id: string;
  raw?: Json;
  rawText?: string;
  expected: string;
  check: {
    turns?: [speaker: string, text: string][];
    status?: string;
    duration?: number;
    flags?: string[];
    extracted?: Record<string, string>;
  };
  /** Where the form was seen. */
  src: string;
}

/** Extracted values that a spreadsheet has to show as they are. */
interface CsvCase {
  what: 'csv';
  extracted: Record<string, Json>;
  expected: string;
  src: string;
}

const files = import.meta.glob<ReplyCase | CsvCase>('../fixtures/cases/[nopqv]-*.json', {
  eager: true,
  import: 'default',
});
const cases = Object.entries(files).map(([path, each]) => [path.split('/').at(-1) ?? '', each] as const);

/** The way of a reply from the network to a call: parsed, redacted, mapped. */
const called = ({ provider, id, raw, rawText }: ReplyCase): Call =>
  callOf(
    { provider, connection: 'connection', id },
    parseReply({ bytes: new TextEncoder().encode(rawText ?? JSON.stringify(raw)), type: 'application/json' }, 'host'),
  );

/** Reads a cell as a spreadsheet does: an apostrophe keeps the text; digits, signs and what looks like a date lose their form without one. */
const opened = (cell: string) => {
  if (cell.startsWith("'") && spreadsheetText(cell.slice(1)) === cell) return cell.slice(1);
  return /^[\s=+\-@$(.]|^0\d|\d[-/:%.,e]\d|^[a-z]{3}\d|\d{12}/i.test(cell) ? 'changed' : cell;
};

const isReply = (entry: (typeof cases)[number]): entry is readonly [string, ReplyCase] => entry[1].what === 'reply';
const isCsv = (entry: (typeof cases)[number]): entry is readonly [string, CsvCase] => entry[1].what === 'csv';

test.each(cases.filter(isReply))('%s', (_, each) => {
  const { turns, status, duration, flags, extracted } = each.check;
  const call = called(each);
  if (turns) expect(call.transcripts[0]?.turns.map(({ speaker, text }) => [speaker, text])).toEqual(turns);
  if (status) expect(call.status?.raw).toBe(status);
  if (duration !== undefined) expect(call.duration).toBe(duration);
  if (flags) expect(call.flags).toEqual(flags);
  for (const [name, value] of Object.entries(extracted ?? {})) {
    expect(String(call.extracted.find((fact) => fact.name === name)?.value)).toBe(value);
    for (const written of [writeCallJson(call), writeNote(call, names).text, extractedCsv(call)])
      expect(written).toContain(value);
  }
  expect(call.problems).toEqual([]);
});

test.each(cases.filter(isCsv))('%s', (_, { extracted }) => {
  const facts = Object.entries(extracted).map(([name, value]) => ({ name, value, absent: false, pointer: '' }));
  const { data } = Papa.parse<string[]>(extractedCsv({ ...emptyCall, extracted: facts }) ?? '');
  expect(Object.fromEntries(data.slice(1).map(([name = '', cell = '']) => [name, opened(cell)]))).toEqual(extracted);
});
