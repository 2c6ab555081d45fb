import { valueOfDigit } from '../../call/digits';

/** What nobody sees: soft hyphens, zero-width spaces and joiners, direction marks, variation selectors. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const digit = /\p{Nd}/u;
/** What pages write for a hyphen where no line may end. */
const hyphen = /[\u2010\u2011]/;
/** Any of them, digits of other scripts included. */
const odd = /[^\P{Nd}0-9]|[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Extended_Pictographic}\u2010\u2011]/u;

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ascii = /^[\0-\x7f]*$/;

/** A text as the eye reads it. Of its character `i`, the page's text has those from `from[i]` to `to[i]`; absent where both are alike. */
export interface SeenText {
  text: string;
  from?: number[];
  to?: number[];
}

/** A text without what nobody sees, with digits of all scripts as 0 to 9, one sign for all hyphens, and blanks for pictures. */
export function seenText(raw: string): SeenText {
  if (ascii.test(raw) || !odd.test(raw)) return { text: raw };
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of raw) {
    const end = at + character.length;
    const seen = unseen.test(character)
      ? ''
      : picture.test(character)
        ? ' '
        : digit.test(character)
          ? String(valueOfDigit(character))
          : hyphen.test(character)
            ? '-'
            : character;
    for (let index = 0; index < seen.length; index++) {
      from.push(seen.length > 1 ? at + index : at);
      to.push(seen.length > 1 ? at + index + 1 : end);
    }
    text += seen;
    at = end;
  }
  return { text, from, to };
}

/** The same with another text instead of what stands from `start` to `end`, all of which it stands for. */
export function replaced({ text, from, to }: SeenText, start: number, end: number, other: string): SeenText {
  const starts = from ?? Array.from(text, (_, index) => index);
  const ends = to ?? Array.from(text, (_, index) => index + 1);
  const whole = Array<number>(other.length);
  return {
    text: text.slice(0, start) + other + text.slice(end),
    from: [...starts.slice(0, start), ...whole.fill(starts[start]!), ...starts.slice(end)],
    to: [...ends.slice(0, start), ...Array<number>(other.length).fill(ends[end - 1]!), ...ends.slice(end)],
  };
}
