import { type Call, type CallRef, type CallSummary, type Json, summarize } from '../../call/call';
import { samePhone } from '../../call/phone';
import { redact } from '../../redaction/redact';
import type { CallPage } from '../../call/callList';

/** One page of a provider's list. */
interface Listed {
  page: number;
  /** How many calls a full page holds. */
  size: number;
  /** How many there are in all, where the provider says. */
  total?: number;
  rows: { ref: CallRef; raw: Json }[];
}

type Row = Listed['rows'][number];
type ToCall = (ref: CallRef, raw: Json) => Omit<Call, 'masked'>;

const callOf = ({ ref, raw }: Row, toCall: ToCall): Call => ({ ...toCall(ref, redact(raw).value), masked: [] });

/** Summaries of listed rows, each mapped as the provider maps a whole reply. */
export function callPage({ page, size, total, rows }: Listed, toCall: ToCall): CallPage {
  const calls = rows.map((row) => summarize(callOf(row, toCall)));
  const hasMore = total === undefined ? rows.length >= size : page * size < total;
  return { calls, total, next: hasMore && rows.length > 0 ? page + 1 : undefined };
}

/** The calls among listed rows from or to one of the phones, and how many rows state a number at all. */
export function callsWith(phones: string[], rows: Row[], toCall: ToCall): { calls: CallSummary[]; among: number } {
  const stated = rows.map((row) => callOf(row, toCall)).filter(({ from, to }) => from ?? to);
  const isWith = ({ from, to }: Call) =>
    phones.some((phone) => [from, to].some((number) => number !== undefined && samePhone(number, phone)));
  return { calls: stated.filter(isWith).map(summarize), among: stated.length };
}

/** The filters that a provider knows and the person filled in; others are left out, because some vendors refuse them. */
export const knownFilters = (filters: Record<string, string>, known: { name: string }[]) =>
  Object.fromEntries(known.flatMap(({ name }) => (filters[name]?.trim() ? [[name, filters[name].trim()]] : [])));

/** Whether a text is one whole ID of the given shapes. */
export const isId = (id: string, shapes: { pattern: string }[]) =>
  shapes.some(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(id));
