/** Trigrams that are told apart: two that fall together cost one look more. */
const size = 1 << 16;
/** By trigram, the text that had it last: a new array for each text would take longer than a short text does. */
const seenIn = new Uint32Array(size);
let texts = 0;

/** Without case: what else falls together is told apart by looking. */
const fold = (code: number) => code | 0x20;
const placeOf = (a: number, b: number, c: number) => (a * 961 + b * 31 + c) & (size - 1);

/**
 * Tells of words whether a text holds them, in any case. The text is read once, however many words are asked for; only of a word
 * whose trigrams are all there it is looked for.
 * @returns takes a word in lower case, until the next text is read
 */
export function wordsIn(text: string): (word: string) => boolean {
  const own = (texts = (texts + 1) >>> 0);
  let [a, b] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const c = fold(text.charCodeAt(at));
    seenIn[placeOf(a, b, c)] = own;
    [a, b] = [b, c];
  }
  let lower: string | undefined;
  return (word) => {
    for (let at = 2; at < word.length; at++) {
      const [first, second, third] = [word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)];
      if (seenIn[placeOf(fold(first), fold(second), fold(third))] !== own) return false;
    }
    return (lower ??= text.toLowerCase()).includes(word);
  };
}
