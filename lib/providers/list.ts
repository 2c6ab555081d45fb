import { type Call, type CallRef, type Json, summarize } from '../call';
import { redact } from '../redact';
import type { CallPage } from '../messages';

/** One page of a provider's list. */
interface Listed {
  page: number;
  /** How many calls a full page holds. */
  size: number;
  /** How many there are in all, where the provider says. */
  total?: number;
  rows: { ref: CallRef; raw: Json }[];
}

/** Summaries of listed rows, each mapped as the provider maps a whole reply. */
export function callPage(
  { page, size, total, rows }: Listed,
  toCall: (ref: CallRef, raw: Json) => Omit<Call, 'masked'>,
): CallPage {
  const calls = rows.map(({ ref, raw }) => summarize({ ...toCall(ref, redact(raw).value), masked: [] }));
  const hasMore = total === undefined ? rows.length >= size : page * size < total;
  return { calls, total, next: hasMore && rows.length > 0 ? page + 1 : undefined };
}

/** The filters that a provider knows and the person filled in; others are left out, because some vendors refuse them. */
export const knownFilters = (filters: Record<string, string>, known: { name: string }[]) =>
  Object.fromEntries(known.flatMap(({ name }) => (filters[name]?.trim() ? [[name, filters[name].trim()]] : [])));

/** Whether a text is one whole ID of the given shapes. */
export const isId = (id: string, shapes: { pattern: string }[]) =>
  shapes.some(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(id));
