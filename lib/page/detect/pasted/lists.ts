import { tokens, type Token } from '../tokens';
import type { ProviderIds } from '../idShapes';

const and = '(?:and|or|und|oder|et|ou|y|o|e|en|i|ve)';
/** What stands between two IDs of a list: a sign or a word that parts, within quotes and brackets. */
const parting = new RegExp(`^["')\\]}\\s]*(?:[,;|&+]|\\s/\\s|\\s${and}\\s|,\\s*${and}\\s)[\\s"'([{#,]*$`, 'i');
const mark = /^[\s"'`,;|#*•·\-–—()[\]{}<>…=]*$/;
/** Of a list alone, what programs write around it: \`const ids = new Set([…])\`, \`WHERE id IN (…)\`, \`VALUES (…)\`. */
const around =
  /^(?:ids?|in|where|any|values?|array|list|set|tuple|frozenset|new|const|let|var|str|int|string|and|or|und|oder|et|ou)$/i;

/** Ends a text behind which more than one ID is told of. */
const manyIds = /ids["'\s:=([]{0,9}$/i;
const least = 3;
const isNumber = ({ id }: Token) => /^\d+$/.test(id);

/** Two numbers with a space alone between may be one phone number, one card or one number in groups. */
function partedBySpace(a: Token, b: Token): boolean {
  if (!isNumber(a) || !isNumber(b)) return true;
  const isMobile = a.id.length === 5 && b.id.length === 5 && /^[6-9]/.test(a.id);
  return a.id.length > 4 && b.id.length > 4 && !isMobile;
}

/** The IDs of a line that holds nothing else; `undefined` where it does. */
function listIn(line: string, found: Token[]): Token[] | undefined {
  let last = 0;
  for (const [at, token] of found.entries()) {
    const between = line.slice(last, token.start);
    const previous = found[at - 1];
    if (previous) {
      const parted = parting.test(between) || (/^\s+$/.test(between) && partedBySpace(previous, token));
      if (!parted) return undefined;
    } else if (!mark.test(between)) return undefined;
    if (found.length > 1 && token.id.length < least) return undefined;
    last = token.end;
  }
  return mark.test(line.slice(last).replace(/[.!?]\s*$/, '')) ? found : undefined;
}

/** A line with its IDs on lines of their own, if they are all it holds; else with a comma between those of a list. */
export function plainList(line: string, ids: ProviderIds): string {
  const found = tokens(line, ids);
  if (found.length === 0) return line;
  const list = listIn(line, found);
  if (list) return list.map(({ id }) => id).join('\n\n');
  let joined = '';
  let last = 0;
  let isPlural = false;
  for (const [at, token] of found.entries()) {
    const between = line.slice(last, token.start);
    const previous = found[at - 1];
    const isNext: boolean | undefined =
      previous && (parting.test(between) || (isPlural && /^\s+$/.test(between) && partedBySpace(previous, token)));
    isPlural = isNext ? isPlural : manyIds.test(between);
    joined += (isNext ? ', ' : between) + token.id;
    last = token.end;
  }
  return joined + line.slice(last);
}

/** A text without the words that a list of IDs is wrapped in, if it holds no others. Whose IDs they are is said nowhere. */
export function unwrapped(text: string, ids: ProviderIds): string {
  const words = text.match(/[\p{L}_][\p{L}\d_]*/gu) ?? [];
  const all = new Set(tokens(text, ids).map(({ id }) => id));
  const wrapping = words.filter((word) => !all.has(word));
  if ([...all].some((id) => id.length < least)) return text;
  if (wrapping.length === 0 || wrapping.length > all.size + 8 || !wrapping.every((word) => around.test(word)))
    return text;
  return text
    .replace(/[\p{L}_][\p{L}\d_]*/gu, (word) => (all.has(word) ? word : ' '))
    .replace(/[:=]|\(\d{1,4}\)(?=\s*[[{])/g, ' ');
}
