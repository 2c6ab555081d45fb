/** Trigrams that are told apart: two that fall together cost one look more. */
const size = 1 << 16;

/** Without case: what else falls together is told apart by looking. */
const fold = (code: number) => code | 0x20;
const placeOf = (a: number, b: number, c: number) => (a * 961 + b * 31 + c) & (size - 1);

/**
 * Tells of words whether a text holds them, in any case. The text is read once, however many words are asked for; only of a word
 * whose trigrams are all there it is looked for.
 * @returns takes a word in lower case
 */
export function wordsIn(text: string): (word: string) => boolean {
  const trigrams = new Uint8Array(size);
  let [a, b] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const c = fold(text.charCodeAt(at));
    trigrams[placeOf(a, b, c)] = 1;
    [a, b] = [b, c];
  }
  let lower: string | undefined;
  return (word) => {
    for (let at = 2; at < word.length; at++) {
      const [first, second, third] = [word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)];
      if (!trigrams[placeOf(fold(first), fold(second), fold(third))]) return false;
    }
    return (lower ??= text.toLowerCase()).includes(word);
  };
}
