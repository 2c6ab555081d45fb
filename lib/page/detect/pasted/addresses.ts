import { isId, type PatternShape } from '../idShapes';

const link = /(\bhttps?:\/\/[^\s<>"'`]+)/;
/** `omnidim.io/call-logs/50958`, as browsers show addresses. */
const withoutScheme = /(?<![\w@:/.\\-])(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}(?::\d{2,5})?\/(?=[\w#?])/gi;
const path =
  /(?:(?<![\w:@.~%+=-])(?:[a-z][\w+.-]{0,10}:[/\\]{1,3})?|(?=[/\\]))[/\\]?(?:[\w.~@%+=-]+[/\\])+[\w.~@%+=-]+/gi;
const ofCalls = /^(?:voice[-_]?)?(?:ai[-_]?)?(?:phone[-_]?)?calls?(?:[-_]?(?:logs?|records?|history))?$/i;
const ofLogs = /^(?:logs?|records?|history)$/i;
const cut = /[\w-]*(?:…|\.{3}|\*{2})[^/?&#]*/g;
const ending = /\.(?:json|log|xml|txt|csv|html?|mp3|wav|ogg|m4a|webm)$/i;
const listed = /([?&])([\w-]{1,40}=)(\w{3,64}(?:,\w{3,64})+)/g;
const grouped = /(?<=[/=])\d{1,3}(?:,\d{3})+(?![\w,])/g;

/** Links may stand in links three times over: mail gateways write them so. */
const deepest = 3;

/** A text of which the links and what stands around them are changed apart. */
export const aroundLinks = (
  text: string,
  change: (words: string) => string,
  changeLink = (address: string) => address,
) =>
  text
    .split(link)
    .map((piece, at) => (at % 2 === 0 ? change(piece) : changeLink(piece)))
    .join('');

function decoded(address: string): string {
  let plain = address;
  for (let depth = 0; depth < deepest && plain.includes('%'); depth++)
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes).replace(/[\s<>"'`]/g, '+');
      } catch {
        return escapes;
      }
    });
  return plain;
}

const plainLink = (address: string) =>
  decoded(address)
    .replace(cut, '…')
    .replace(/(?<=.)https?:\/\//g, '\n$&')
    .replace(
      listed,
      (_, before: string, name: string, list: string) => before + name + list.replaceAll(',', `&${name}`),
    )
    .replace(grouped, (digits) => digits.replaceAll(',', ''));

/**
 * A text whose links are plain: with their scheme, without percent signs and groups of digits, a link inside another on a line of its own, a
 * parameter for each item of a list.
 */
export const plainLinks = (text: string): string =>
  aroundLinks(text, (words) => words.replace(withoutScheme, 'https://$&'), plainLink);

/** A line with the paths of files and requests that lead to calls as what they name: `GET /v1/calls/50958` says “call ID: 50958”. */
export const plainPaths = (line: string, shapes: PatternShape[]): string =>
  line.replace(path, (found) => {
    const parts = found.split(/[/\\]+/);
    const isWhole = /^[/\\]/.test(found) || parts.length > 2 || found === line.trim();
    const named = parts.flatMap((part, at) => {
      const id = part.replace(ending, '');
      const shape = shapes.find((each) => isId(id, [each]));
      if (!shape) return [];
      if (shape.kind === 'prefix') return [id];
      const [before = '', above = ''] = [parts[at - 1], parts[at - 2]];
      const isCall = ofCalls.test(before) || (ofLogs.test(before) && ofCalls.test(above));
      return isWhole && id.length >= 3 && isCall ? [`call ID: ${id}`] : [];
    });
    return named.length > 0 ? named.join(', ') : found;
  });
