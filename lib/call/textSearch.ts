/** A stretch of a text, and where in it the stretch begins. */
interface Part {
  at: number;
  text: string;
  /** Which match of this text it is, from 0; absent between matches. */
  match?: number;
}

/** Letters that are one with their accent, as most texts have them. */
const accented = /[\u00c0-\u024f\u0386-\u03ce\u0400-\u045f\u1e00-\u1fff]/g;
const withoutAccent = (letter: string) => letter.normalize('NFD').charAt(0);

/** Lower case and without accents, but no change of length: a place in the folded text is the same place in the text. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace(accented, withoutAccent).replaceAll('ς', 'σ');
  if (lower.length === text.length) return lower;
  return [...text]
    .map((character) => {
      const small = character.toLowerCase().replace(accented, withoutAccent);
      return small.length === character.length ? small : character;
    })
    .join('');
}

/** `text` cut at every occurrence of `query` in any letter case, with or without accents. */
export function cut(text: string, query: string): Part[] {
  const [where, wanted] = [fold(text), fold(query)];
  const parts: Part[] = [];
  let from = 0;
  let match = 0;
  for (let at = wanted ? where.indexOf(wanted) : -1; at >= 0; at = where.indexOf(wanted, from)) {
    parts.push({ at: from, text: text.slice(from, at) });
    from = at + wanted.length;
    parts.push({ at, text: text.slice(at, from), match: match++ });
  }
  return [...parts, { at: from, text: text.slice(from) }].filter((part) => part.text);
}

/** Many texts as one, folded: a search over it is as quick as one over a single text. */
export interface SearchIndex {
  folded: string;
  /** Where each text begins in it. */
  starts: number[];
}

export function indexTexts(texts: string[]): SearchIndex {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  // A search field holds no line break, so no match reaches from one text into the next.
  return { folded: texts.map(fold).join('\n'), starts };
}

/** Every match of a query over many texts, in order, numbered from 0. */
export interface Found {
  total: number;
  /** The number of the first match in a text or after it. */
  firstOf(text: number): number;
  /** Which text holds a match. */
  textOf(match: number): number;
}

export function findIn({ folded, starts }: SearchIndex, query: string): Found {
  const wanted = fold(query);
  const firsts = new Uint32Array(starts.length);
  let text = 0;
  let total = 0;
  for (let at = wanted ? folded.indexOf(wanted) : -1; at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    while (at >= (starts[text + 1] ?? Infinity)) firsts[++text] = total;
    total++;
  }
  firsts.fill(total, text + 1);
  return {
    total,
    firstOf: (each) => firsts[each] ?? total,
    textOf(match) {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((firsts[middle] ?? 0) <= match) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
