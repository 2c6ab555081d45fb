import { readNumerals, type Numeral } from './numbers';
import { tokenize, type Span, type Token } from './tokens';

// Words too common to be evidence by themselves: the agent picked them from a list, nobody need have said them.
const common = new Set(
  'a an and any all at be call can do for from general get go good great hi high hot how i in is it low medium me my new no none normal not of ok okay on one or other positive negative neutral cold warm so success successful failed support sales that the this to true false unknown up us was we well what yes you completed pending active open closed male female english'.split(
    ' ',
  ),
);
const skippable = new Set('um uh er erm the a an in on at and of its so'.split(' '));

type Part = { word: string } | { digits: string };

function partsOf(value: string): Part[] {
  const tokens = tokenize(value);
  const numerals = new Map(readNumerals(tokens).map((item) => [item.from, item]));
  const parts: Part[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = numerals.get(at);
    if (number) parts.push({ digits: number.digits });
    else parts.push({ word: (tokens[at] as Token).text });
    at = number ? number.to : at + 1;
  }
  return parts;
}

const plural = (a: string, b: string) => a === `${b}s` || b === `${a}s`;

/**
 * Where the words of a value were said in its order, within one turn. Numbers may be said in words ("four adults" for `4 adults`),
 * little words may come between. One word that says nothing by itself ("high", "support") is no evidence.
 */
export function phrases(
  value: string,
  tokens: Token[],
  numerals: Map<number, Numeral>,
  index: Map<string, number[]>,
): Span[] {
  const parts = partsOf(value);
  const [first] = parts;
  if (
    !first ||
    parts.every((part) => 'word' in part && (common.has(part.word) || part.word.length < 2) && !isWide(part.word))
  )
    return [];
  const starts = 'word' in first ? (index.get(first.word) ?? []) : [...numerals.keys()];
  return starts.flatMap((from) => {
    let at = from;
    for (const [position, part] of parts.entries()) {
      if (parts.length > 2 && position > 0) at = past(part, at, position);
      if (tokens[at]?.turn !== tokens[from]?.turn || !fits(part, at)) return [];
      at = 'digits' in part ? (joined(part.digits, at) ?? at) : at + 1;
    }
    return [{ from, to: at }];
  });

  /** Skips up to two little words before a part; between two numbers also what makes a range of them. */
  function past(part: Part, at: number, position: number): number {
    const isRange = 'digits' in part && 'digits' in (parts[position - 1] ?? {});
    if (isRange && /^(?:to|or|and|till|until)$/.test(tokens[at]?.text ?? '')) return at + 1;
    const ahead = [at, at + 1, at + 2].find((one) => fits(part, one) || !skippable.has(tokens[one]?.text ?? ''));
    return ahead ?? at;
  }

  function fits(part: Part, at: number): boolean {
    if ('digits' in part) return joined(part.digits, at) !== undefined;
    const word = tokens[at]?.text ?? '';
    return (
      word === part.word || (parts.some((one) => 'digits' in one) && part.word.length > 2 && plural(word, part.word))
    );
  }

  /** End of the numbers that together give the digits: "two twenty one" for 221. */
  function joined(digits: string, at: number): number | undefined {
    let said = '';
    let position = at;
    while (said.length < digits.length) {
      const item = numerals.get(position);
      if (!item) return undefined;
      said += item.digits;
      position = item.to;
    }
    return said === digits ? position : undefined;
  }
}

const isWide = (word: string) => /[^\p{Script=Latin}\p{N}]/u.test(word);
