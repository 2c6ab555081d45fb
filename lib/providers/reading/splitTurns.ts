import type { Turn } from '../../call/call';
import { chooseLabels } from './chooseLabels';
import { findLabels, type Found } from './findLabels';
import { linesOf } from './linesOf';
import { type Names, type Speaker, speakerOf, withoutDoubt } from './speakers';
import { labelAt, timeOnly } from './turnLabel';

export const turn = (
  speakerRaw: string,
  said: string,
  speaker: Speaker = speakerOf(speakerRaw) ?? 'unknown',
): Turn => ({
  speaker,
  speakerRaw,
  text: said.trim(),
});

/** A line that numbers a caption, or begins a file of them. */
const caption = /^\s*(?:\d{1,5}|WEBVTT.*)\s*$/;

/**
 * Takes lines that hold nothing but a time for a part of the label below, and what numbers a caption with them. A time without brackets is
 * speech, unless the text begins with one.
 */
function withoutTimes(lines: string[], names: Names): { lines: string[]; times: Map<number, string> } {
  const [kept, times]: [string[], Map<number, string>] = [[], new Map()];
  const isTimed = timeOnly(lines.find((line) => line.trim() && !caption.test(line)) ?? '') !== undefined;
  let pending: string[] = [];
  let time: string | undefined;
  for (const line of lines) {
    const said = timeOnly(line);
    const own = isTimed || /^\W/.test(said ?? '') ? said : undefined;
    const isBetween = line.trim() === '' ? pending.length > 0 : time === undefined && caption.test(line);
    if (own === undefined && !isBetween) {
      const label = time === undefined ? undefined : labelAt(line, names);
      if (label) times.set(kept.length, time as string);
      else kept.push(...pending);
      kept.push(line);
      pending = [];
      time = undefined;
    } else {
      pending.push(line);
      time = own ?? time;
    }
  }
  return { lines: [...kept, ...pending], times };
}

const squeezed = (text: string) =>
  text
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What of two texts says both, where one is the other's beginning. */
function whole(first: string, second: string): string | undefined {
  const [a, b] = [squeezed(first), squeezed(second)];
  if (a === '' || (a !== b && Math.min(a.length, b.length) < 8)) return undefined;
  return b.startsWith(a) ? second : a.startsWith(b) ? first : undefined;
}

/** What was said, once: a greeting may come twice, the second time behind a label that sticks to the first. */
function once(raw: string, words: string): string {
  const again = raw === '' ? -1 : words.indexOf(`${raw}:`);
  if (again < 1) return words;
  return whole(words.slice(0, again), words.slice(again + raw.length + 1))?.trim() ?? words;
}

/** What was said between labels: the rest of the line, the lines without a label, the part of a line before the next one. */
function wordsBetween(from: Found | undefined, to: Found | undefined, lines: string[]): string {
  const [start, stop] = [from?.line ?? 0, to?.line ?? lines.length - 1];
  const parts: string[] = [];
  for (let line = start; line <= stop; line++) {
    const begin = from && line === start ? from.at + from.length : 0;
    const text = (lines[line] ?? '').slice(begin, to && line === stop ? to.cut : undefined).trim();
    if (text) parts.push(text);
  }
  return parts.join('\n');
}

/**
 * The turns of a text in which labels name the speakers, in whatever layout: a line each or all in one, times beside the labels or in
 * lines of their own, marks around them. A label within a line counts where a sentence ends before it, or where it is spelled as the
 * labels at the beginnings of lines are and does not belong to the sentence (“I asked the Agent: he said no”). What a label says is
 * never guessed: a name that nobody knows is a turn of an unknown speaker. Turns in which nothing is said are left out.
 */
export function splitTurns(conversation: string, names: Names = {}): Turn[] {
  const { lines, times } = withoutTimes(linesOf(conversation), names);
  const labelsIn = (isLoose: boolean) =>
    chooseLabels(
      lines.flatMap((text, line) => findLabels(text, line, names, isLoose)),
      lines,
      names,
    );
  const strict = labelsIn(false);
  const labels = strict.length > 0 ? strict : labelsIn(true);
  const turns: Turn[] = [];
  const add = (each: Turn, isStuck: boolean) => {
    if (each.text === '') return;
    const last = turns.at(-1);
    const both = isStuck && last?.speakerRaw === each.speakerRaw ? whole(last.text, each.text) : undefined;
    if (last && both !== undefined) last.text = both;
    else turns.push(each);
  };
  add(turn('', wordsBetween(undefined, labels[0], lines)), false);
  labels.forEach((label, index) => {
    const { raw, line, at, cut, after } = label;
    const time = label.time ?? (after === 'line' ? times.get(line) : undefined);
    const text = once(raw, wordsBetween(label, labels[index + 1], lines));
    const isStuck = after === 'sentence' && at === cut && /\S/.test(lines[line]?.[at - 1] ?? '');
    add({ ...turn(raw, text, label.speaker ?? 'unknown'), ...(time && { at: { text: bare(time) } }) }, isStuck);
  });
  return withoutDoubt(turns);
}

/** A time without the brackets around it. */
const bare = (time: string) => time.replaceAll(/^[[({<\s]+|[\])}>\s]+$/g, '');
