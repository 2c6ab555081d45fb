import { isName, type Names, type Speaker, speakerOf } from './speakers';

/** A label before what somebody says. */
export interface Label {
  /** Characters up to the words. */
  length: number;
  /** As written, without its time and marks. */
  raw: string;
  /** `undefined`: a name that nobody knows. */
  speaker: Speaker | undefined;
  /** As written, beside the label. */
  time?: string;
  isLower: boolean;
  /** No blank between the colon and the words: `bot:Hello`. */
  isTight: boolean;
}

const moment = String.raw`(?:\d{4}-\d\d-\d\d[T ]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s)?(?:\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:\s?[ap]\.?m\.?(?![\p{L}]))?(?:Z|\s?[+-]\d{2}:?\d{2}(?!\d))?|\d{1,3}m\s?\d{1,2}s(?![\p{L}])|\d{1,6}(?:\.\d{1,6})?\s?(?:s|sec|secs|seconds?|ms)(?![\p{L}]))`;
const plain = String.raw`${moment}(?:\s*(?:-{1,2}>|[-–—]|to)\s*${moment})?`;
const inBrackets = String.raw`[[({<]\s*(?:${plain}|\d{1,6}(?:\.\d{1,6})?(?:\s*[-–—]\s*\d{1,6}(?:\.\d{1,6})?)?)\s*[\])}>]`;
/** A time, or from when to when: `[00:01]`, `10:30 AM`, `(0.4s - 2s)`. */
const clock = `(?:${inBrackets}|${plain})`;

const start = String.raw`(?:(?<time>${clock})\s*[-–—|,:]*\s*)?[*_\s]*`;
const lead = new RegExp(
  String.raw`^(?:[\s>•*#_=\u200B\uFEFF\p{Extended_Pictographic}\uFE0F]|[-–—]\s)*(?:\d{1,4}[.):]\s+(?=\D))?${start}`,
  'iu',
);
/** Within a line, what else stands before a label is still of the words before it. */
const innerLead = new RegExp(String.raw`^[\s*_]*${start}`, 'iu');
const bracketed = new RegExp(
  String.raw`^(?:\[(?<square>[^\]\n]{1,60})\]|<(?:v(?:\.[\w.]{1,30})?\s+)?(?<angle>[^>\n]{1,60})>|\((?<round>[^)\n]{1,60})\))\s*(?<time>${clock})?[*_]*\s*(?<colon>[:：]|-\s)?[*_]*\s?`,
  'iu',
);
const coloned = new RegExp(
  String.raw`^(?<label>[^:：\n[\](){}<>|]{1,60}?(?:\s*[([][^)\]\n]{1,40}[)\]])?)\s*[-–—|,@]?\s*(?<time>${clock})?\s*[*_]*\s*[:：]`,
  'iu',
);
const timed = new RegExp(
  String.raw`^(?<label>[^:：\n[\](){}<>|\d]{1,40}(?:\s\d{1,3})?)\s*[-–—|,@]?\s*(?<time>${clock})(?:\s*$|\s*[-–—|]\s+|\s+)(?![:：])`,
  'iu',
);
const dashed = /^(?<label>[^:：\n[\](){}<>|\t=–—-]{1,40}?)(?:\s*[>»]\s+|\s+(?:[-–—]{1,2}>?|=>|→|[>|»~=])\s+|\t\s*)/u;
const alone = /^(?<label>[^:：\n[\](){}<>|]{1,40})\s*$/u;
const timeAfter = new RegExp(`^[*_\\s]*(${inBrackets})\\s*`, 'iu');
const onlyClock = new RegExp(`^[\\s*_]*(${clock})[\\s*_:-]*$`, 'iu');
const clockAtEnd = new RegExp(`^(?:(${clock})\\s*[-–—|,]?\\s*)?(.*?)(?:\\s*[-–—|,@]?\\s*(${clock}))?$`, 'iu');
const anyClock = new RegExp(`${clock}\\s*$`, 'iu');

/** No label, with all that stands before it, is longer: characters. */
const longest = 240;

/** The time that is all a line says. */
export const timeOnly = (line: string) => (line.length < 80 ? onlyClock.exec(line)?.[1]?.trim() : undefined);

/** The characters of a time at the end of a text. */
export const timeAtEnd = (text: string) => anyClock.exec(text)?.[0];

function labelFrom(
  written: string,
  names: Names,
  isInner: boolean,
): Pick<Label, 'raw' | 'speaker' | 'time' | 'isLower'> | undefined {
  const [, before, inner = '', after] =
    clockAtEnd.exec(written.replaceAll(/[*_`]{2,}|^[*_`]+|[*_`]+$|\p{Extended_Pictographic}|\uFE0F/gu, '').trim()) ??
    [];
  const raw = inner.replace(/[\s=–—-]+$/, '').trim();
  // Within a line an emoji is of the words before it.
  if (raw === '' || (isInner && /^\p{Extended_Pictographic}/u.test(written))) return undefined;
  const isLower = /^\P{L}*\p{Ll}/u.test(raw);
  const speaker = speakerOf(raw, names, isInner);
  return { raw, speaker, time: before ?? after, isLower };
}

/**
 * The label that a text begins with; `undefined` where it begins with words. `isLoose`: one without a colon counts, too (`Agent - Hello`,
 * or `Agent` in a line of its own), where a side is known by it. `isInner`: within a line.
 */
export function labelAt(
  text: string,
  names: Names,
  { isLoose = false, isInner = false }: { isLoose?: boolean; isInner?: boolean } = {},
): Label | undefined {
  const line = text.slice(0, longest);
  if (!isLoose && !/[:：[<(]/.test(line)) return undefined;
  const before = (isInner ? innerLead : lead).exec(line);
  const skipped = before?.[0].length ?? 0;
  const rest = line.slice(skipped);
  const make = (found: RegExpExecArray, isMarked: boolean): Label | undefined => {
    const { label, square, angle, round, time } = found.groups ?? {};
    const read = labelFrom(label ?? square ?? angle ?? round ?? '', names, isInner);
    if (!read || (read.speaker === undefined && (isMarked || !isName(read.raw, read.isLower)))) return undefined;
    const words = rest.slice(found[0].length);
    if (/^(?:\/\/|\\)/.test(words)) return undefined;
    const later = timeAfter.exec(words);
    // The second half of what marks the label: `**Agent:** Hello`.
    const isBold = /[*_]\s*$/.test(before?.[0] ?? '');
    const marks = later?.[0].length ?? (isBold ? /^[*_]*/.exec(words)?.[0].length : 0) ?? 0;
    return {
      ...read,
      length: skipped + found[0].length + marks,
      time: before?.groups?.time ?? read.time ?? time ?? later?.[1],
      isTight: /^\S/.test(words),
    };
  };
  const inside = /^[[<(]/.test(rest) ? bracketed.exec(rest) : null;
  if (inside) return make(inside, !inside.groups?.colon && !/^\p{Lu}/u.test(inside[1] ?? inside[2] ?? ''));
  const stamped = /\d/.test(rest) ? timed.exec(rest) : null;
  const isOwnLine = stamped?.[0].trim() === rest.trim();
  const withColon = coloned.exec(rest);
  const found = (stamped && make(stamped, !isOwnLine)) ?? (withColon && make(withColon, false));
  if (found || !isLoose) return found ?? undefined;
  const loose = dashed.exec(rest) ?? alone.exec(rest);
  return loose ? make(loose, true) : undefined;
}
