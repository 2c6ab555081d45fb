import { fold, type Token } from './tokens';

// Words that speak of the same thing: the name of a field is seldom the word people say.
const rings = [
  'party guest guests people persons attendees covers seats adults pax group table head heads diners',
  'night nights stay',
  'room rooms bedroom bedrooms bed beds',
  'employee employees staff team agents people users headcount company seats licenses',
  'rating score satisfaction scale nps rate stars ten',
  'price budget amount cost fee quote payment pay spend dollars euros rupees pounds deposit income revenue',
  'age old years',
  'kids children child kid',
  'quantity many units pieces items order like need want take get',
  'duration minutes hours days weeks months long length',
  'percent percentage discount rate share',
  'experience years',
  'volume calls monthly month',
  'appointment booking visit meeting slot reservation book booked',
  'callback call back ring phone',
  'interested interest',
  'consent agree permission okay record recorded recording',
].map((ring) => ring.split(' '));

const empty = new Set(
  'is has have was wants want needs need did does do can will the a an of to for in on at and or no not number value field info name customer caller user client contact lead their your our extracted requested preferred'.split(
    ' ',
  ),
);

/** The telling words of a field's name: `partySize` and `party_size` are "party", "size". */
export function nameWords(name: string): string[] {
  const spaced = name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return fold(spaced)
    .split(' ')
    .filter((word) => word && !empty.has(word));
}

/** Same word but for its ending: "appointment", "appointments"; "confirmed", "confirm". */
export function akin(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  const stem = Math.max(4, shorter - 2);
  return shorter >= 4 && a.slice(0, stem) === b.slice(0, stem);
}

const related = (word: string) => [word, ...rings.filter((ring) => ring.some((one) => one === word)).flat()];

/**
 * Whether the words around a mention speak of the field: in its own turn within reach, or in the turn before it, the question.
 * The words a field is known by are its name's, and those of the same ring.
 */
export function speaksOf(name: string, tokens: Token[], turns: Map<number, Token[]>, at: number): boolean {
  const words = [...new Set(nameWords(name).flatMap(related))];
  if (words.length === 0) return true;
  const turn = (tokens[at] as Token).turn;
  const own = tokens.slice(Math.max(0, at - 6), at + 6).filter((token) => token.turn === turn);
  const question = (turns.get(turn - 1) ?? []).slice(-14);
  const alone = (turns.get(turn)?.length ?? 0) <= 8;
  return [...own, ...(alone ? question : [])].some(({ text }) => words.some((word) => akin(word, text)));
}
