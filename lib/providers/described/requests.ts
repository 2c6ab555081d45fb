import type { Json } from '../../call/call';
import { isMembers, type Members } from '../../call/jsonPointer';
import { fail } from '../../errors';
import type { ApiRequest, Query } from '../provider';
import { type Field, number, text } from '../reading/fields';
import { pointed } from './places';
import type { DescribedRequest, Paging } from './requestSchema';

/** A value of a description with the call's ID in the place of `{id}`. */
function filled(value: Json, id: string): Json {
  if (typeof value === 'string') return value.replaceAll('{id}', () => id);
  if (Array.isArray(value)) return value.map((each) => filled(each, id));
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, id)]));
}

/** A described request for a call (`id`), or for a list with the members of its page and filters. */
export function requestOf(
  { method, path, query = {}, body = {} }: Pick<DescribedRequest, 'method' | 'path' | 'query' | 'body'>,
  id: string,
  members: Record<string, string | number> = {},
): ApiRequest {
  const own = filled(query, id) as Query;
  return {
    method,
    path: path.replaceAll('{id}', () => encodeURIComponent(id)),
    query: method === 'GET' ? { ...own, ...members } : own,
    ...(method === 'POST' && { body: { ...(filled(body, id) as Members), ...members } }),
  };
}

/** Where a numbered page or an offset stands. */
function placeOf(cursor: string | undefined, first: number): number {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) fail('unexpected');
  return cursor === undefined ? first : Number(cursor);
}

/** What asks for the page at a cursor. */
export function pageMembers(paging: Paging | undefined, cursor: string | undefined): Record<string, string | number> {
  if (!paging) return {};
  if (paging.kind === 'cursor') return cursor === undefined ? {} : { [paging.name]: cursor };
  const size = paging.sizeName === undefined ? {} : { [paging.sizeName]: paging.size };
  return { ...size, [paging.name]: placeOf(cursor, paging.kind === 'page' ? paging.first : 0) };
}

/** A cursor as it stands, or the parameter of that name in an address: the address itself is never asked. */
function cursorIn(reply: Field, { name, next }: Paging & { kind: 'cursor' }): string | undefined {
  const found = text(pointed(reply, next));
  if (found === undefined || !/^https?:\/\/|^\/|^\?/.test(found)) return found;
  const inAddress = URL.parse(found, 'https://host.invalid')?.searchParams.get(name);
  return inAddress ?? (found.startsWith('http') || found.includes('?') ? undefined : found);
}

/** Where the next page begins; `undefined` on the last one. `count`: how many rows this one has. */
export function nextPage(
  reply: Field,
  paging: Paging | undefined,
  { cursor, count, total }: { cursor: string | undefined; count: number; total?: number },
): string | undefined {
  if (!paging || count === 0) return undefined;
  if (paging.kind === 'cursor') return cursorIn(reply, paging);
  const isPage = paging.kind === 'page';
  const first = isPage ? paging.first : 0;
  const place = placeOf(cursor, first);
  const seen = isPage ? (place - first + 1) * paging.size : place + count;
  const hasMore = total === undefined ? count >= paging.size : seen < total;
  return hasMore ? String(isPage ? place + 1 : seen) : undefined;
}

/** The total that a list states, if it does. */
export const totalIn = (reply: Field, pointer: string | undefined): number | undefined =>
  pointer === undefined ? undefined : number(pointed(reply, pointer));

/** A call put where it stands in a reply, so that one mapping reads rows and replies. */
export const wrapped = (call: Json, steps: string[]): Json =>
  steps.reduceRight<Json>((inner, step) => ({ [step]: inner }), call);
