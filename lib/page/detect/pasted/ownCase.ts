import { isId, type PatternShape } from '../idShapes';

/** The ID that a word in capitals is, or one with a capital at its beginning, as phones write it; else the word. */
function ofWord(word: string, shapes: PatternShape[]): string {
  if (isId(word, shapes)) return word;
  const lower = word.toLowerCase();
  const shape = shapes.find((each) => isId(lower, [each]));
  if (!shape || shape.kind === 'bare') return shape ? lower : word;
  const [head, tail] = [word.slice(0, shape.prefix.length), word.slice(shape.prefix.length)];
  if (head !== head.toUpperCase()) return shape.prefix + tail;
  return /\d[A-Z]/.test(tail) && !/[a-z]/.test(tail) ? lower : word;
}

const capitals = /(?<!\w)(?=\w*[A-Z])(?=\w*\d)\w{6,80}(?!\w)/g;

/** A text whose IDs are written as their providers write them, where capitals made others of them. */
export const inOwnCase = (text: string, shapes: PatternShape[]): string =>
  text.replace(capitals, (word) => ofWord(word, shapes));
