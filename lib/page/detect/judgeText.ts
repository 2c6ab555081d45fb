import { add, isSkipped, named, type Candidate, type Context } from './judgeNode';
import { judgeTokens, type FoundId } from './judgeToken';
import { canBeNamed } from './labels';
import { inlineText, isTouched, neighbourOf, type InlineText } from './inlineText';
import type { LabelMatch } from './nearbyLabel';
import { parentOf, type Place } from './mention';
import { seenText, type SeenText } from './seenText';
import { tokens, type Token } from './tokens';
import { withWrittenNumbers } from './writtenNumbers';

const nearby = 160;
/** Characters of a text node that are judged at once. */
const stretch = 4_096;

/** The part of a text node that is judged. */
interface Part {
  node: Text;
  from: number;
  to: number;
}

/** The exact test of a text node from `at` on: adds a mention for each ID believed. Returns how far it has judged. */
export function judgeText(context: Context, node: Text, at: number): number {
  const parent = parentOf(node);
  if (context.left <= 0 || !parent || isSkipped(context, parent)) return node.length;
  const part: Part = { node, from: at, to: Math.min(node.length, at + stretch) };
  const first = Math.max(0, at - nearby);
  const own = { nodes: [node], starts: [-first], text: node.data.slice(first, at + stretch + nearby) };
  const isWhole = own.text.length === node.length;
  // A line break in the source is a space.
  const mayGoOn = isWhole && (/\n/.test(own.text) || neighbourOf(node, 'previous') !== undefined);
  const isShared = isWhole && (isTouched(node, 'previous') || isTouched(node, 'next'));
  const isClear = judgeShown(context, part, isShared ? inlineText(node, context.isLabel) : own);
  if (!isClear && mayGoOn) judgeShown(context, part, asOneLine(inlineText(node, context.isLabel, true)), true);
  judgePatterns(context, part, own);
  return part.to;
}

/**
 * Judges the tokens in a part of what is shown: a node by itself, or with its neighbours. `isWide`: the label alone is looked for, in
 * more of the line. Returns whether all is said: nothing there could be the value of a label that begins in another element.
 */
function judgeShown(context: Context, part: Part, shown: InlineText, isWide = false): boolean {
  const seen = context.wholes.uncut(seenText(shown.text), part.node);
  const all = withWrittenNumbers(seen.text, tokens(seen.text, context.ids), context.ids);
  const judged = judgeTokens(seen.text, all, context);
  const own = shown.starts[shown.nodes.indexOf(part.node)]!;
  let isClear = true;
  for (const [index, token] of all.entries()) {
    const [start, end] = rangeIn(seen, token);
    if (start >= own + part.to) break;
    if (end <= own + part.from || context.rules.isDenied(token.id)) continue;
    const place = placeIn(shown, start, end);
    const canBeValue = !isWide && startsNode(shown, start, end) && !money.test(seen.text.slice(0, token.start));
    const found = canBeValue ? strongest(context, place.node, seen.text, token, judged[index]) : judged[index];
    if (found && (isWide ? found.reason === 'label' : found.reason !== 'bare'))
      add(context, wholeOf(context, place.node, found), place);
    else if (found !== null) isClear = false;
  }
  return isClear;
}

/** What its own text says of the first token, or the label outside of it; `null` where that label is another value's. */
function strongest(
  context: Context,
  node: Text,
  text: string,
  token: Token,
  own?: FoundId,
): Candidate | undefined | null {
  if (own && own.reason !== 'bare' && own.reason !== 'prefix') return own;
  const believed = context.around.labelAround(node);
  if (believed === null && own?.reason !== 'prefix') return null;
  if (!believed || !isValue(text, token, believed)) return own;
  return named(token, believed) ?? null;
}

/** The ID that an attribute has whole, where the page shows only its beginning. */
function wholeOf({ wholes }: Context, node: Text, found: Candidate): Candidate {
  const { id, providers } = wholes.find(node, found.id) ?? found;
  return { ...found, id, providers };
}

/** Without the line breaks of the source, where the page shows them as spaces. */
function asOneLine(shown: InlineText): InlineText {
  const parent = shown.nodes[0]!.parentElement;
  if (!parent || /^(?:pre|break)/.test(getComputedStyle(parent).whiteSpace)) return shown;
  return { ...shown, text: shown.text.replace(/\s/g, ' ') };
}

function judgePatterns(context: Context, { node, from, to }: Part, { text, starts }: InlineText): void {
  const first = -starts[0]!;
  for (const { find, provider } of context.rules.patterns) {
    for (const { 0: whole, 1: group, index, indices } of text.matchAll(find)) {
      const [start, end] = (group && indices?.[1]) || [index, index + whole.length];
      const id = text.slice(start, end);
      if (first + end <= from || first + start >= to || context.rules.isDenied(id)) continue;
      add(context, { id, providers: [provider], reason: 'rule' }, { node, start: first + start, end: first + end });
    }
  }
}

/** Where the page's text has a token. */
function rangeIn({ from, to }: SeenText, { start, end }: Token): [start: number, end: number] {
  return from && to ? [from[start]!, to[end - 1]!] : [start, end];
}

/** The nodes that have a range of their joined text. */
function placeIn({ nodes, starts }: InlineText, start: number, end: number): Extract<Place, { node: Text }> {
  const first = starts.findLastIndex((at) => at <= start);
  const last = starts.findLastIndex((at) => at < end);
  const place = { node: nodes[first]!, start: start - starts[first]!, end: end - starts[last]! };
  return last === first ? place : { ...place, endNode: nodes[last]! };
}

/** Nothing but marks before it in its node, and no letter, digit or unit joined to it: it can be the value of a label outside its text. */
function startsNode({ starts, text }: InlineText, start: number, end: number): boolean {
  const first = starts.findLast((at) => at <= start)!;
  return (
    first >= 0 &&
    start - first < nearby &&
    /^[\s#:("'“„[]*$/.test(seenText(text.slice(first, start)).text) &&
    /^(?:$|[\s)"'”“\]|·•;]|[,;.](?:\s|$)|[-–—](?:\s|$))/.test(seenText(text.slice(end, end + 8)).text)
  );
}

const money = /[$€£¥₹+.,-]$/;

/** A label that only says "Call log" may head other numbers too: those have words after them. */
const isValue = (text: string, { id, end, isWritten }: Token, label: LabelMatch) =>
  /^\s*(?:$|[-–—|·•:;,()[\]])/.test(text.slice(end)) &&
  canBeNamed(id, label) &&
  !(isWritten && ((label.leastDigits ?? 3) > 3 || /s$/i.test(label.label)));
