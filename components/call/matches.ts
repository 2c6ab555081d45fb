/** A stretch of a text, and where in it the stretch begins. */
interface Part {
  at: number;
  text: string;
  /** Which match of this text it is, from 0; absent between matches. */
  match?: number;
}

/** `text` cut at every occurrence of `query` in any letter case. */
export function cut(text: string, query: string): Part[] {
  const escaped = query.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const found = query ? [...text.matchAll(new RegExp(escaped, 'giu'))] : [];
  const parts: Part[] = [];
  let from = 0;
  for (const [match, { 0: hit, index }] of found.entries()) {
    parts.push({ at: from, text: text.slice(from, index) }, { at: index, text: hit, match });
    from = index + hit.length;
  }
  return [...parts, { at: from, text: text.slice(from) }].filter((part) => part.text);
}

/** How often `query` occurs in `text`. */
export const countMatches = (text: string, query: string) =>
  cut(text, query).filter((part) => part.match !== undefined).length;
