import { nameWords, akin } from './fieldWords';
import type { Span, Token } from './tokens';

const yes = /^(?:yes|yeah|yep|yup|sure|correct|right|absolutely|definitely|exactly|certainly|ok|okay|indeed)$/;
const no = /^(?:no|nope|nah|never)$/;
const negated = /^(?:not|no|never|without|isnt|arent|dont|doesnt|havent|hasnt|cant|wont|didnt)$/;

/** Opens a confirmation: "yes", "that's right", "correct". */
export const confirms = (tokens: Token[]) => {
  const [first, second] = tokens.map(({ text }) => text);
  return (
    !!first &&
    (yes.test(first) || (/^(?:thats|that|its)$/.test(first) && yes.test(second ?? '')) || first === 'perfect')
  );
};

/**
 * Where a yes or no was said that decides the field: the first word of a reply to a question naming every telling word of the
 * field. A question asked in the negative decides nothing.
 */
export function answers(
  name: string,
  value: boolean,
  tokens: Token[],
  turns: Map<number, Token[]>,
  speakers: string[],
): Span[] {
  const words = nameWords(name);
  if (words.length === 0) return [];
  return tokens.flatMap((token, at) => {
    const hesitant =
      tokens[at - 1]?.turn === token.turn && /^(?:uh|um|oh|er|well|ah)$/.test(tokens[at - 1]?.text ?? '');
    const previous = tokens[hesitant ? at - 2 : at - 1];
    if (!previous || previous.turn === token.turn || speakers[token.turn] === speakers[previous.turn]) return [];
    if (speakers[token.turn] === 'agent' || !(value ? yes : no).test(token.text)) return [];
    const asked = (turns.get(previous.turn) ?? []).slice(-24);
    if (asked.some(({ text }) => negated.test(text))) return [];
    const named = words.every((word) => asked.some(({ text }) => akin(word, text)));
    return named ? [{ from: at, to: at + 1 }] : [];
  });
}
