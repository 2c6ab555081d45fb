import type { PatternShape, ProviderIds } from '../idShapes';
import type { Labels } from '../labels';
import { aroundLinks, plainLinks, plainPaths } from './addresses';
import { plainCharacters, visible } from './characters';
import { jsonLines } from './json';
import { plainList, unwrapped } from './lists';
import { withoutHtml, withoutMarkdown } from './markup';
import { plainNumbers } from './numbers';
import { inOwnCase } from './ownCase';
import { plainSql } from './sql';
import { areRows, tableLines } from './tables';

/** Line breaks and quotes as programs escape them, signs as Markdown does. */
const unescaped = (text: string) =>
  text
    .replace(/\\r\\n|\\[nr](?![a-z])/g, '\n')
    .replace(/\\t(?![a-z])/g, '\t')
    .replace(/\\{1,8}(["'`/_*#[\]().|-])/g, '$1');

const item = '(?=\\w*\\d)\\w{3,64}';
const inBrackets = new RegExp(`\\[\\s*(${item}(?:[\\s,]+${item}){1,10000})\\s*,?\\s*\\]`, 'g');

/** A line without what programs write around IDs: quotes, indices, constructors; the items of a list apart. */
const withoutSyntax = (line: string) =>
  line
    .replace(/^\s*="([^"]*)"\s*$/, '$1')
    .replace(/\[\d+\]\s*=>\s*/g, '')
    .replace(/(?<!\w)(["'`])([\w,. ]{1,80})\1(,?)/g, '$2$3 ')
    .replace(/([=:]\s*)(?:new\s+)?[A-Za-z_.]{1,30}(?=[([{])/g, '$1')
    .replace(inBrackets, (_, items: string) => `[${items.split(/[\s,]+/).join(', ')}]`);

/** What is cut short or covered in part is no ID: no part of it stays. */
const whole = (line: string) => line.replace(/(?<![\w-])[\w-]*(?:…|\.{2,}|\*{2,}|•{2,})[\w-]*/g, '…');

const file = /^\s*([\w-]{5,})\.(?:wav|mp3|ogg|m4a|webm|json|txt)\s*$/;

const plainLine = (line: string, shapes: PatternShape[]) =>
  aroundLinks(inOwnCase(withoutMarkdown(line), shapes), (words) =>
    plainNumbers(withoutSyntax(plainPaths(whole(words), shapes))),
  ).replace(file, '$1');

/** What follows a number in the next line is no unit of it. */
const apart = '\n\n';

/**
 * A pasted text as a person would write it: what programs, tables, Markdown and other scripts put around IDs or into them is gone, each
 * ID is written as its provider writes it, and none is left in part.
 */
export function plainText(text: string, ids: ProviderIds, labels: Labels): string {
  const shapes = Object.values(ids).flat();
  const read = plainCharacters(withoutHtml(unescaped(jsonLines(visible(text)))));
  const lines = tableLines(plainLinks(plainSql(jsonLines(read))), labels).split('\n');
  const plain = unwrapped(lines.map((line) => plainLine(line, shapes)).join('\n'), ids);
  const all = plain.split('\n').filter((line) => line.trim() !== '');
  const rows = areRows(all);
  return all.map((line, at) => (rows[at] || line.includes('://') ? line : plainList(line, ids))).join(apart);
}
