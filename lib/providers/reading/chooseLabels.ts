import type { Found } from './findLabels';
import type { Names } from './speakers';
import { labelAt } from './turnLabel';

const articles = new Set(['the', 'a', 'an']);
const determiners = new Set(
  'the a an my your our their his her its this that these those any some no each every another other which what one dear valued'.split(
    ' ',
  ),
);
/** Other words after which a label is a part of the sentence: “I talked to Agent: …”. */
const introducing = new Set(
  'of to from for with by as in on into via and or is are was were be being called named press click select choose type enter'.split(
    ' ',
  ),
);
/** What may stand between an article and the word for somebody: “the previous support agent”. */
const qualifying = new Set(
  'last first next previous other same new old former current human live real estate support sales service customer insurance travel booking call center centre virtual ai voice local senior junior nice good bad rude very helpful'.split(
    ' ',
  ),
);

/** Whether a label is a part of the sentence before it: “I asked the Agent: he said no”. */
function isInSentence(before: string[], isPunctuated: boolean): boolean {
  const last = before.at(-1) ?? '';
  if (!isPunctuated) return articles.has(last);
  if (determiners.has(last) || introducing.has(last)) return true;
  const head = before.findLastIndex((word) => !qualifying.has(word));
  return head < before.length - 1 && determiners.has(before[head] ?? '');
}

/** Words that label nothing else; others also head the lines of a list, “Contact: 555”. */
const core = /(?:^|[\s_(-])(?:agent|assistant|ai|bot|llm|user|customer|caller|human|tool|function)(?:$|[\s_)\d-])/i;

/** Whether a line stands in a list: the one above announces it. */
function isListed(line: number, lines: string[], names: Names): boolean {
  let above = line - 1;
  while (above >= 0 && !lines[above]?.trim()) above--;
  const text = lines[above] ?? '';
  return /[:：]\s*$/.test(text) && labelAt(text, names)?.length !== text.length;
}

/** The labels that begin turns, of all that may, in the order of the text. */
export function chooseLabels(all: Found[], lines: string[], names: Names): Found[] {
  const known = all.filter(({ speaker }) => speaker !== undefined);
  const first = known.find(({ after }) => after === 'line') ?? all[0];
  if (!first) return [];
  const atLines = new Set(known.flatMap(({ after, line }) => (after === 'line' ? [line] : [])));
  const isPunctuated = atLines.size > 1 || known.some(({ after }) => after === 'sentence');
  const sides = new Set(known.flatMap(({ raw, speaker }) => (core.test(raw) ? [speaker] : [])));
  const isTwoSided = sides.has('agent') && sides.has('customer');
  const counts = new Map<string, number>();
  for (const { raw, after } of all) if (after !== 'blank') counts.set(raw, (counts.get(raw) ?? 0) + 1);

  /** The last line that stands in a list: the next one may go on with it. */
  let listed = -2;
  const isTurn = (one: Found, now: Found | undefined): boolean => {
    const isSure = one.speaker !== undefined && core.test(one.raw);
    const isOnce = (counts.get(one.raw) ?? 0) < 2;
    if (one.isLower && !first.isLower && (one.after !== 'line' || one.speaker === undefined)) return false;
    if (one.after === 'line') {
      if (isSure) return true;
      if (one.line !== listed + 1 && !isListed(one.line, lines, names)) return true;
      listed = one.line;
      return false;
    }
    if (!isSure && isTwoSided && isOnce) return false;
    if (one.after === 'sentence') return now !== undefined || isTwoSided;
    if (!now || one.isLower !== first.isLower || one.speaker === undefined) return false;
    if (one.raw.toLowerCase() === now.raw.toLowerCase()) return false;
    if (one.speaker === now.speaker && !/tool|unknown/.test(one.speaker)) return false;
    if (!isSure && counts.get(one.raw) === undefined) return false;
    // `bot:Hello human:Hi` is no way to write a sentence.
    if (one.isTight) return first.isTight;
    const isNext = one.line === now.line && one.at === now.at + now.length;
    if (one.before.at(-1) === ':' && !isNext) return false;
    return !isInSentence(one.before, isPunctuated);
  };

  const turns: Found[] = [];
  let end = { line: -1, at: 0 };
  const seen = { line: 0, at: 0, open: 0 };
  for (const one of all) {
    const now = turns.at(-1);
    if (one.line === end.line && one.at < end.at) continue;
    if (now?.speaker === 'tool' && isOpen(seen, now, one, lines) && (one.isLower || one.after !== 'line')) continue;
    if (!isTurn(one, now)) continue;
    turns.push(one);
    end = { line: one.line, at: one.at + one.length };
  }
  // Names alone: a text that begins with one, and has another.
  const isNamed =
    turns.length > 1 && turns[0]?.after === 'line' && !lines.slice(0, turns[0].line).some((line) => line.trim());
  return known.length > 0 || isNamed ? turns : [];
}

/** Whether a bracket that a tool's words opened is still open before a label: then that is a name in its JSON. */
function isOpen(seen: { line: number; at: number; open: number }, from: Found, to: Found, lines: string[]): boolean {
  const start = from.at + from.length;
  if (seen.line < from.line || (seen.line === from.line && seen.at < start))
    Object.assign(seen, { line: from.line, at: start, open: 0 });
  while (seen.line < to.line || (seen.line === to.line && seen.at < to.at)) {
    const line = lines[seen.line] ?? '';
    const stop = seen.line < to.line ? line.length : to.at;
    for (const sign of line.slice(seen.at, stop)) {
      if ('({['.includes(sign)) seen.open++;
      else if (')}]'.includes(sign)) seen.open = Math.max(0, seen.open - 1);
    }
    if (seen.line < to.line) Object.assign(seen, { line: seen.line + 1, at: 0 });
    else seen.at = stop;
  }
  return seen.open > 0;
}
