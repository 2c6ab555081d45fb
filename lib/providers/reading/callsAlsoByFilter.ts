import type { Searched } from '../../call/callList';
import type { Provider, Row } from '../provider';
import { callsWith, newestFirst } from './list';

interface Search {
  /** The newest calls of all. */
  newest: Row[];
  /** The vendor's searches by its filters for one number in E.164. */
  searches(phone: string): Promise<Row[]>[];
  /** The most calls that one search lists. */
  size: number;
  toCall: Provider['toCall'];
}

/**
 * The calls from or to the phones, newest first: looked for among the newest, and by the vendor's filters. Where these may want a
 * number in another notation, only filters that find such calls and no others are known to have searched all calls.
 */
export async function callsAlsoByFilter(
  phones: string[],
  { newest, searches, size, toCall }: Search,
): Promise<{ rows: Row[] } & Pick<Searched, 'among' | 'newest'>> {
  const { found, among } = callsWith(phones, newest, toCall);
  const international = phones.filter((phone) => phone.startsWith('+'));
  const filtered = await Promise.all(international.flatMap(searches));
  const heeded = callsWith(phones, filtered.flat(), toCall);
  const rows = newestFirst(
    [...found, ...heeded.found].map(({ row }) => row),
    toCall,
  );
  const isHeeded = heeded.found.length > 0 && heeded.found.length === filtered.flat().length;
  if (!isHeeded || international.length < phones.length) return { rows, among };
  return { rows, newest: filtered.some((each) => each.length >= size) ? size : undefined };
}
