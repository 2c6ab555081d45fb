import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, findIn, fold, indexTexts } from '../../lib/call/textSearch';

const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'ß', 'é', 'İ', 'Σ', 'ς', '😀', ' ', '\n') });
const query = fc.string({ unit: fc.constantFrom('a', 'B', 'e', 'σ', 'İ', '😀', ' '), minLength: 1, maxLength: 3 });

test('a cut text is whole, and its matches are the query in any case', () => {
  fc.assert(
    fc.property(text, query, (said, wanted) => {
      const parts = cut(said, wanted);
      expect(parts.map((part) => part.text).join('')).toBe(said);
      for (const part of parts) expect(said.startsWith(part.text, part.at)).toBe(true);
      const matches = parts.filter((part) => part.match !== undefined);
      expect(matches.map((part) => part.match)).toEqual(matches.map((_, index) => index));
      for (const part of matches) expect(fold(part.text)).toBe(fold(wanted));
      expect(matches).toHaveLength(fold(said).split(fold(wanted)).length - 1);
    }),
  );
});

test('the matches over many texts are those of each text', () => {
  fc.assert(
    fc.property(fc.array(text), query, (texts, wanted) => {
      const counts = texts.map((each) => cut(each, wanted).filter((part) => part.match !== undefined).length);
      const found = findIn(indexTexts(texts), wanted);
      let first = 0;
      for (const [index, count] of counts.entries()) {
        expect(found.firstOf(index)).toBe(first);
        for (let match = first; match < first + count; match++) expect(found.textOf(match)).toBe(index);
        first += count;
      }
      expect(found.total).toBe(first);
    }),
  );
});

test('an empty query finds nothing', () => {
  expect(findIn(indexTexts(['a', 'b']), '').total).toBe(0);
  expect(cut('abc', '')).toEqual([{ at: 0, text: 'abc' }]);
});

test('accents count as little as letter case does', () => {
  expect(cut('Wir müssen zum Café, CAFÉ!', 'cafe').filter(({ match }) => match !== undefined)).toEqual([
    { at: 15, text: 'Café', match: 0 },
    { at: 21, text: 'CAFÉ', match: 1 },
  ]);
  expect(fold('Ελλάδα Ёлка')).toBe('ελλαδα елка');
});
