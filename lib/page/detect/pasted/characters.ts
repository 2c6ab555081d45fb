import { plainDigits } from '../../../call/digits';
import { plainEntities } from '../../../call/entities';

/** Zero-width spaces, soft hyphens, byte-order and direction marks, and control characters. */
// oxlint-disable-next-line no-control-regex -- copies from old programs hold them
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\0-\x08\x0e-\x1f\x7f]/gu;
/** Also emoji, what stands for a picture, and the signs of icon fonts. */
const space = /[\p{Zs}\p{Extended_Pictographic}\p{Emoji_Modifier}\u2800\ufffc\ue000-\uf8ff]/gu;
// oxlint-disable-next-line no-control-regex -- Word's line break is a vertical tab
const lineBreak = /\r\n?|[\x0b\f\x85\u2028\u2029]/g;
const alike: [signs: RegExp, plain: string][] = [
  [/[’‘ʼ′´]/g, "'"],
  [/[\u2010\u2011]/g, '-'],
  [/[“”„«»‹›]/g, '"'],
  [/[٬،]/g, ','],
  [/٫/g, '.'],
  [/、/g, ', '],
  [/[│┃║]/g, '|'],
];

/** A text without the characters that nobody sees. */
export const visible = (text: string): string => text.replace(invisible, '');

/** A text with one sign for all that look alike: spaces, line breaks, quotes, hyphens, digits of all scripts, full-width signs, HTML's entities. */
export function plainCharacters(text: string): string {
  const plain = text
    .replace(lineBreak, '\n')
    .replace(space, ' ')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return alike.reduce((changed, [signs, sign]) => changed.replace(signs, sign), plainDigits(plainEntities(plain)));
}
