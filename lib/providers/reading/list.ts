import type { Call, Json } from '../../call/call';
import { samePhone } from '../../call/phone';
import { fail } from '../../errors';
import type { Listed, Provider, Row } from '../provider';
import { type Field, first, text } from './fields';

/** The rows of a list that state an ID, in the first of the named members; `asReply` puts one into the shape that `toCall` reads. */
export const rowsOf = (list: Field[], names: string[], asReply: (row: Json) => Json): Row[] =>
  list.flatMap((row) => {
    const id = text(first(row, ...names));
    return id ? [{ id, raw: asReply(row.value ?? null) }] : [];
  });

/** The page a cursor names, where a vendor numbers its pages from 1. */
export function pageOf(cursor: string | undefined): number {
  if (cursor !== undefined && !/^[1-9]\d{0,8}$/.test(cursor)) fail('unexpected');
  return Number(cursor ?? 1);
}

/** A numbered page: the next one is there if the total says so or, where there is no total, if this one is full. */
export function numbered(rows: Row[], { page, size, total }: { page: number; size: number; total?: number }): Listed {
  const hasMore = total === undefined ? rows.length >= size : page * size < total;
  return { rows, total, next: hasMore && rows.length > 0 ? String(page + 1) : undefined };
}

/** Each call once, newest first. */
export function newestFirst(rows: Row[], toCall: Provider['toCall']): Row[] {
  const starts = new Map(rows.map((row) => [row.id, toCall(row.id, row.raw).startedAt?.iso ?? '']));
  const start = ({ id }: Row) => starts.get(id) ?? '';
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return once.toSorted((a, b) => start(b).localeCompare(start(a)));
}

/** The calls among rows from or to one of the phones, each with its row, and how many rows state a number at all. */
export function callsWith(phones: string[], rows: Row[], toCall: Provider['toCall']) {
  const stated = rows
    .map((row) => ({ row, call: toCall(row.id, row.raw) }))
    .filter(({ call: { from, to } }) => from ?? to);
  const isWith = ({ from, to }: Pick<Call, 'from' | 'to'>) =>
    phones.some((phone) => [from, to].some((number) => number !== undefined && samePhone(number, phone)));
  return { found: stated.filter(({ call }) => isWith(call)), among: stated.length };
}
