import { unparse } from 'papaparse';
import { i18n } from '#i18n';
import type { Call, CallSummary } from '../call/call';
import type { CallRef } from '../call/callRef';
import type { Review } from '../call/review';
import { sentimentName, statusName } from '../call/vendorWords';
import { speakerName } from '../call/speakerName';
import type { ExportFormat } from './format';
import { jsonText } from '../call/jsonText';
import { isShown, spreadsheetText } from './spreadsheetText';

type Cell = string | number | undefined;

/** Excel reads UTF-8 only with a byte-order mark. */
const byteOrderMark = '\uFEFF';

/**
 * CSV by RFC 4180 with a byte-order mark. Text that a spreadsheet would run or change begins with an apostrophe (see `spreadsheetText`);
 * a cell that is a number by its kind, a duration or a cost, is a bare number to reckon with.
 */
const table = (header: string[], rows: Cell[][]) => {
  const write = (cell: Cell) => (typeof cell === 'string' ? spreadsheetText(cell) : (cell ?? ''));
  return byteOrderMark + unparse({ fields: header.map(spreadsheetText), data: rows.map((row) => row.map(write)) });
};

/** The turns of one transcript, a row each; times, seconds, tokens and cost only where the provider states them. */
export function transcriptCsv(call: Call, transcript = 0): string | undefined {
  const turns = call.transcripts[transcript]?.turns ?? [];
  if (turns.length === 0) return undefined;
  return table(
    [
      i18n.t('export.column.turn'),
      i18n.t('export.column.speaker'),
      i18n.t('export.column.time'),
      i18n.t('export.column.offset'),
      i18n.t('export.column.endOffset'),
      i18n.t('export.column.text'),
      i18n.t('export.column.latency'),
      i18n.t('export.column.tokens'),
      i18n.t('export.column.cost'),
    ],
    turns.map((turn, index) => [
      index + 1,
      speakerName(turn),
      turn.at?.iso ?? turn.at?.text,
      turn.offset,
      turn.endOffset,
      turn.text,
      turn.latency?.total,
      turn.tokens,
      turn.cost,
    ]),
  );
}

/** Name and value of each extracted fact; absent ones have an empty value, as the provider's own word for nothing is no value. */
export function extractedCsv({ extracted }: Call): string | undefined {
  if (extracted.length === 0) return undefined;
  return table(
    [i18n.t('call.extracted.name'), i18n.t('call.extracted.value')],
    extracted.map(({ name, value, absent }) => {
      if (absent || value === null) return [name, ''];
      return [name, typeof value === 'number' && isShown(value) ? value : jsonText(value)];
    }),
  );
}

/** What a table of calls says beside the calls themselves: names for IDs, and what the user noted. */
interface CallsTable {
  providerName?: (id: string) => string;
  connectionName?: (id: string) => string;
  /** Adds the columns of a review. */
  reviewOf?: (ref: CallRef) => Review;
}

/** A list of calls, a row each. */
export function callsCsv(
  calls: (Partial<CallSummary> & Pick<CallSummary, 'ref'>)[],
  { providerName = String, connectionName = String, reviewOf }: CallsTable = {},
): string {
  const review = [i18n.t('review.reviewed'), i18n.t('review.flagged'), i18n.t('review.note')];
  return table(
    [
      i18n.t('export.callId'),
      i18n.t('call.term.provider'),
      i18n.t('call.term.connection'),
      i18n.t('call.term.status'),
      i18n.t('call.term.sentiment'),
      i18n.t('call.term.agent'),
      i18n.t('call.term.started'),
      i18n.t('export.column.seconds'),
      i18n.t('export.column.flags'),
      i18n.t('call.term.summary'),
      ...(reviewOf ? review : []),
    ],
    calls.map(({ ref, status, sentiment, agent, startedAt, duration, flags, summary }) => {
      const { reviewed, flagged, note } = reviewOf?.(ref) ?? {};
      const yes = (stated: boolean | undefined) => (stated ? i18n.t('export.yes') : undefined);
      return [
        ref.id,
        providerName(ref.provider),
        connectionName(ref.connection),
        status && statusName(status),
        sentiment && sentimentName(sentiment),
        agent?.name ?? agent?.id,
        startedAt?.iso ?? startedAt?.text,
        duration,
        flags?.join(' '),
        summary,
        ...(reviewOf ? [yes(reviewed), yes(flagged), note] : []),
      ];
    }),
  );
}

export const formats: ExportFormat[] = [
  {
    id: 'transcript',
    extension: 'csv',
    type: 'text/csv',
    label: () => i18n.t('export.transcriptCsv'),
    write: (call) => transcriptCsv(call),
  },
  {
    id: 'extracted',
    extension: 'csv',
    type: 'text/csv',
    label: () => i18n.t('export.extractedCsv'),
    write: extractedCsv,
  },
];
