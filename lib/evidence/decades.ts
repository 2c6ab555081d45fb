import type { Span, Token } from './tokens';

const words = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const centuries: Record<string, string> = { eighteen: '18', nineteen: '19', twenty: '20' };
const shape = /^(?:the\s+)?(18|19|20)?([2-9])0['’]?s$/i;

/** Where a decade (`1990s`, `90s`) was said: "the nineties", "nineteen nineties", "1990s". Undefined: the value is no decade. */
export function decadeMentions(value: string, tokens: Token[]): Span[] | undefined {
  const [whole, century, ten] = shape.exec(value) ?? [];
  if (!whole) return undefined;
  const spoken = words[Number(ten) - 2];
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    const near = before?.turn === token.turn ? before.text : '';
    if (token.text === spoken) {
      const said = centuries[near];
      return said && century && said !== century ? [] : [{ from: said ? at - 1 : at, to: at + 1 }];
    }
    const digits = /^(18|19|20)?(\d)0$/.exec(near);
    if (!digits || digits[2] !== ten || token.text !== 's' || token.before.length > 1) return [];
    return !digits[1] || !century || digits[1] === century ? [{ from: at - 1, to: at + 1 }] : [];
  });
}
