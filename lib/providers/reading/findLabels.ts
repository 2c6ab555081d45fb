import { isModifier, type Names } from './speakers';
import { type Label, labelAt, timeAtEnd } from './turnLabel';

/** A label that may begin a turn. */
export interface Found extends Label {
  line: number;
  /** Where what was said before ends, and where the label itself begins: characters of the line. */
  cut: number;
  at: number;
  /** What stands before it: nothing in its line, the end of a sentence, or no more than a blank. */
  after: 'line' | 'sentence' | 'blank';
  /** The words before it, in lower case; `:` for a colon directly before it. */
  before: string[];
}

/**
 * What ends a turn within a line: the end of a sentence, a sign between turns, the mark or bracket of the next label, or a label in
 * capitals that sticks to the last word (`AsmaLLM:`).
 */
const ends =
  /[.?!…؟।][)"'”’»\]*_]*\s+|[.?!…][)"'”’»\]]*(?=\p{L})|[。？！।]|[)}\]]\s+|\s(?:\|{1,2}|\/{1,2}|[—–-]{1,2}>?|=>|→|•)\s+|\s?[;|]\s*|\s(?=\*\*|__|[[<(])|(?<=[\p{Ll}\p{Lo}\p{M}\p{N}\p{Extended_Pictographic}])(?=\p{Lu}{2,10}\s?:)/gu;
const sign = /^\s(?:[|/—–→•-]|=>)|^\s?[;|]/;
/** A word or two and a colon, anywhere: `User 2 (Ann):`, `Tool Result:`. */
const inLine =
  /(?<=[\s,])((?:tool|function)[\s_-]\p{L}{2,12}|\p{L}[\p{L}\p{M}_-]{0,30})(?:\s?#?\d{1,2})?(?:\s?[([][^)\]\n:]{1,30}[)\]])?\s?[:：]/giu;

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** Where a label begins that ends in a word at `at`: “AI voice agent” begins with its first word. */
function beginningOf(text: string, at: number): number {
  const [, word = ''] = /(\p{L}+)[\s-]$/u.exec(text.slice(Math.max(0, at - 24), at)) ?? [];
  const isPart = isModifier(word) && isCapital(word) === isCapital(text.slice(at, at + 1));
  return isPart ? beginningOf(text, at - word.length - 1) : at;
}

/** Every place of a line where a label may begin a turn. `isLoose`: also labels without a colon, at the beginning and between sentences. */
export function findLabels(text: string, line: number, names: Names, isLoose: boolean): Found[] {
  const found: Found[] = [];
  const add = (label: Label, cut: number, at: number, after: Found['after']) => {
    const before =
      text
        .slice(Math.max(0, at - 60), at)
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*|[:.?!,;](?=\s)/gu) ?? [];
    found.push({ ...label, line, cut, at, after, before });
  };
  const begins = labelAt(text, names, { isLoose });
  if (begins) add(begins, 0, 0, 'line');
  for (const { 0: end, index } of text.matchAll(ends)) {
    const at = index + end.length;
    const label = labelAt(text.slice(at, at + 240), names, { isLoose, isInner: true });
    if (label) add(label, sign.test(end) ? index : at, at, 'sentence');
  }
  for (const { index } of isLoose ? [] : text.matchAll(inLine)) {
    const at = beginningOf(text, index);
    const label = labelAt(text.slice(at, at + 240), names, { isInner: true });
    // “You” and “system” without a number are words of any sentence.
    if (!label?.speaker || (label.speaker === 'unknown' && !/\d/.test(label.raw))) continue;
    const time = begins?.time === undefined ? undefined : timeAtEnd(text.slice(Math.max(0, at - 60), at));
    if (time) add({ ...label, time: label.time ?? time.trim() }, at - time.length, at, 'sentence');
    else add(label, at, at, 'blank');
  }
  return found.sort((a, b) => a.at - b.at);
}
