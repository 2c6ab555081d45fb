import { isId, type PatternShape, type ProviderIds } from '../idShapes';
import type { Labels } from '../labels';
import { plainLinks, plainPaths } from './addresses';
import { plainCharacters, visible } from './characters';
import { jsonLines } from './json';
import { plainList, unwrapped } from './lists';
import { plainNumbers } from './numbers';
import { plainSql } from './sql';
import { tableLines } from './tables';

/** Line breaks and quotes as programs escape them, signs as Markdown does. */
const unescaped = (text: string) =>
  text
    .replace(/\\r\\n|\\[nr](?![a-z])/g, '\n')
    .replace(/\\t(?![a-z])/g, '\t')
    .replace(/\\{1,8}(["'`/_*#[\]().|-])/g, '$1');

const bullet = /^\s*(?:>\s*)*(?:#{1,6}\s+)?(?:[-*+•‣◦▪·–—]\s+)?(?:\[[ xX]\]\s+)?(?:\(?\d{1,3}[.):]\s+)?(?=\S)/;
const emphasis = /(?<![\w*_~`])(\*{1,3}|_{1,3}|~~|`{1,3})(?=[^\s*~`])([^*~`\n]{1,300}?)\1(?![\w*_~`])/g;
const wholeLink = /^!?\[([^\]]{0,300})\]\(<?(https?:\/\/[^\s)>]{1,4000})>?(?:\s+"[^"]{0,300}")?\)[.,;]?$/;

/** A line without Markdown: bullets, numbers of a list, quotes, emphasis, code, links. */
const withoutMarkdown = (line: string) =>
  line
    .replace(/^\s*(?:```|~~~)\w*\s*$/, '')
    .replace(bullet, '')
    .replace(emphasis, '$2')
    .replace(wholeLink, (_, text: string, address: string) => (address.includes(text) ? address : `${text}\n${address}`));

const item = '(?=\\w*\\d)\\w{3,64}';
const inBrackets = new RegExp(`\\[\\s*(${item}(?:[\\s,]+${item}){1,10000})\\s*,?\\s*\\]`, 'g');

/** A line without what programs write around IDs: quotes, indices, constructors; the items of a list apart. */
const withoutSyntax = (line: string) =>
  line
    .replace(/^\s*="([^"]*)"\s*$/, '$1')
    .replace(/\[\d+\]\s*=>\s*/g, '')
    .replace(/(["'`])([\w,. ]{1,80})\1/g, '$2')
    .replace(/([=:]\s*)(?:new\s+)?[A-Za-z_.]{1,30}(?=[([{])/g, '$1')
    .replace(inBrackets, (_, items: string) => `[${items.split(/[\s,]+/).join(', ')}]`);

/** What is cut short or covered in part is no ID: no part of it stays. */
const whole = (line: string) => line.replace(/(?<![\w-])[\w-]*(?:…|\.{2,}|\*{2,}|•{2,})[\w-]*/g, '…');

/** The ID that a word in capitals is, or with a capital at its beginning, as phones write it; else the word. */
function inOwnCase(word: string, shapes: PatternShape[]): string {
  if (isId(word, shapes)) return word;
  const lower = word.toLowerCase();
  const shape = shapes.find((each) => isId(lower, [each]));
  if (!shape || shape.kind === 'bare') return shape ? lower : word;
  const [head, tail] = [word.slice(0, shape.prefix.length), word.slice(shape.prefix.length)];
  if (head !== head.toUpperCase()) return shape.prefix + tail;
  return /\d[A-Z]/.test(tail) && !/[a-z]/.test(tail) ? lower : word;
}

const plainLine = (line: string, shapes: PatternShape[]) => {
  const plain = withoutMarkdown(line).replace(/(?<!\w)(?=\w*[A-Z])(?=\w*\d)\w{6,80}(?!\w)/g, (word) => inOwnCase(word, shapes));
  return plain
    .split(/(\bhttps?:\/\/[^\s<>"'`]+)/)
    .map((piece, at) => (at % 2 === 1 ? piece : plainNumbers(withoutSyntax(plainPaths(whole(piece), shapes)))))
    .join('')
    .replace(/^\s*(\w{5,})\.(?:wav|mp3|ogg|m4a|webm|json|txt)\s*$/, '$1');
};

/**
 * A pasted text as a person would write it: what programs, tables, Markdown and other scripts put around IDs or into them is gone, each
 * ID is written as its provider writes it, and none is left in part.
 */
export function plainText(text: string, ids: ProviderIds, labels: Labels): string {
  const shapes = Object.values(ids).flat();
  const read = plainCharacters(unescaped(jsonLines(visible(text))));
  const lines = tableLines(plainLinks(plainSql(jsonLines(read))), labels).split('\n');
  const plain = unwrapped(lines.map((line) => plainLine(line, shapes)).join('\n'), ids);
  return plain
    .split('\n')
    .map((line) => (line.includes('://') ? line : plainList(line, ids)))
    .join('\n');
}
