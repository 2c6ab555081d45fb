import { i18n, perLanguage } from '#i18n';
import type { Call, Json } from './call';
import type { CallRef } from './callRef';
import { jsonText } from './jsonText';
import { speakerName } from './speakerName';
import { findIn, fold, indexTexts } from './textSearch';

/** Words, and the turn in which they were found. */
export interface Sought {
  words: string;
  transcript: number;
  turn: number;
}

/** A place of a call that holds the words. */
export interface Saying {
  /** Who says it, or the part of the call it is in. */
  speaker: string;
  /** All that is said there, and where in it the words begin. */
  text: string;
  at: number;
  /** Absent outside a transcript. */
  sought?: Sought;
}

/** A call that holds the words: its first places, and how many there are. */
export interface SayingCall {
  ref: CallRef;
  call: Pick<Call, 'status' | 'startedAt' | 'agent'>;
  sayings: Saying[];
  count: number;
}

/** So many places of a call are shown; the call itself shows the others. */
const most = 3;
/** UTF-16 units on either side of the words: a sentence of a transcript rarely has more. */
const reach = 140;

const sentences = perLanguage((tag) => new Intl.Segmenter(tag, { granularity: 'sentence' }));

/** The sentence that holds the `length` units at a place; ellipses where what is far from them is left out. */
export function sentenceAt(text: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - reach), Math.min(text.length, at + length + reach)];
  const near = text.slice(from, to);
  const inside = [...sentences().segment(near)].filter(
    ({ index, segment }) => index + segment.length > at - from && index < at + length - from,
  );
  const start = inside[0]?.index ?? 0;
  const last = inside.at(-1);
  const end = last ? last.index + last.segment.length : near.length;
  const isCut = { before: start === 0 && from > 0, after: end === near.length && to < text.length };
  return `${isCut.before ? '…' : ''}${near.slice(start, end).trim()}${isCut.after ? '…' : ''}`;
}

interface Place {
  text: string;
  /** Asked of the places that are shown alone: a name takes longer than a search. */
  speaker(): string;
  sought?: Sought;
}

const valueText = (value: Json) => (typeof value === 'string' ? value : jsonText(value));

/** What is said about a call, other than its conversation. */
const beside = ({ summary, extracted }: Call): Place[] => [
  ...(summary ? [{ speaker: () => i18n.t('call.term.summary'), text: summary }] : []),
  ...extracted
    .filter(({ absent }) => !absent)
    .map(({ name, value }) => ({ speaker: () => name, text: valueText(value) })),
];

type Match = { place: Place; at: number };

/** The places that hold the words, and where each first does. */
function matchesIn(places: Place[], words: string): Match[] {
  const { folded, starts } = indexTexts(places.map(({ text }) => text));
  const { total, textOf, firstOf } = findIn({ folded, starts }, words);
  const wanted = fold(words);
  const found: Match[] = [];
  for (let match = 0; match < total;) {
    const text = textOf(match);
    const start = starts[text] ?? 0;
    found.push({ place: places[text] as Place, at: folded.indexOf(wanted, start) - start });
    match = firstOf(text + 1);
  }
  return found;
}

/** The matches of the first form of the conversation that has any. */
function spokenIn({ transcripts }: Call, words: string): Match[] {
  for (const [transcript, { turns }] of transcripts.entries()) {
    const places = turns.map((each, turn) => {
      return { text: each.text, speaker: () => speakerName(each), sought: { words, transcript, turn } };
    });
    const found = matchesIn(places, words);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The calls in which words are said, in their order: in a transcript, in the summary, in an extracted value. Letter case and accents do not
 * matter; several words are searched for as they stand. Of transcripts that tell the same conversation the first with the words counts.
 */
export function findSayings(calls: Call[], words: string): SayingCall[] {
  return calls.flatMap((call): SayingCall[] => {
    const all = [...spokenIn(call, words), ...matchesIn(beside(call), words)];
    if (all.length === 0) return [];
    const { ref, status, startedAt, agent } = call;
    const sayings = all.slice(0, most).map(({ place: { speaker, text, sought }, at }): Saying => {
      return { speaker: speaker(), text, at, sought };
    });
    return [{ ref, call: { status, startedAt, agent }, sayings, count: all.length }];
  });
}
