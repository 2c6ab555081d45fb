import { expect, test } from 'vitest';
import type { Fact, Json, Turn } from '../../lib/call/call';
import { findEvidence, takenFrom } from '../../lib/evidence';
import { readDates } from '../../lib/evidence/dates';
import { readNumerals } from '../../lib/evidence/numbers';
import { readTimes } from '../../lib/evidence/times';
import { tokenize } from '../../lib/evidence/tokens';
import { growth, linear } from '../harness/linear';

const fact = (name: string, value: Json, absent = false): Fact => ({ name, value, absent, pointer: '' });
const turn = (line: string): Turn => {
  const speaker = line.startsWith('A') ? 'agent' : line.startsWith('T') ? 'tool' : 'customer';
  return { speaker, speakerRaw: speaker, text: line.slice(3) };
};

test.each<[string, number[]]>([
  ['four hundred and twenty', [420]],
  ['two thousand and six', [2006]],
  ['twenty-five thousand three hundred', [25300]],
  ['a hundred, then a dozen', [100, 12]],
  ['one million two hundred thousand', [1_200_000]],
  ['fifteen hundred', [1500]],
  ['two and a half', [2.5]],
  ['one point five million', [1_500_000]],
  ['25k and $1,200.50', [25_000, 1200.5]],
  ['2,50,000', [250_000]],
  ['four one five', [4, 1, 5]],
  ['oh five', [5]],
  ['oh dear', []],
  ['a cat', []],
  ['B4', []],
  ['twenty first', [21]],
])('numbers in "%s"', (text, values) => {
  expect(readNumerals(tokenize(text)).map(({ value }) => value)).toEqual(values);
});

test.each<[string, string[]]>([
  ['May 4th, 2026', ['2026-5-4']],
  ['the fourth of May', ['?-5-4']],
  ['2026-05-04', ['2026-5-4']],
  ['04/05/2026', ['2026-4-5', '2026-5-4']],
  ['25/12/26', ['2026-12-25']],
  ['December thirty first nineteen eighty', ['1980-12-31']],
  ['oh five oh four nineteen ninety', ['1990-5-4', '1990-4-5']],
  ['February 30', []],
  ['you may come at 4', []],
  ['1.2.3.4', []],
])('dates in "%s"', (text, dates) => {
  const found = readDates(tokenize(text)).map(({ year, month, day }) => `${year ?? '?'}-${month}-${day}`);
  expect([...new Set(found)]).toEqual(dates);
});

test.each<[string, string[]]>([
  ['3:30 pm', ['15:30 pm']],
  ['half past three', ['3:30 open']],
  ['a quarter to four in the afternoon', ['15:45 pm']],
  ['three thirty p.m.', ['15:30 pm']],
  ['at four', ['4:00 open']],
  ['at four hundred dollars', []],
  ['table for four', []],
  ['twelve in the morning, then noon', ['0:00 am', '12:00 pm']],
  ['17:05', ['17:05 pm']],
  ["ten o'clock", ['10:00 open']],
])('times in "%s"', (text, times) => {
  const found = readTimes(tokenize(text)).map(({ minutes, half }) => {
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} ${half ?? 'open'}`;
  });
  expect(found).toEqual(times);
});

test('every mention is listed, the final one first', () => {
  const turns = ['C: The Corolla.', 'A: A Corolla?', 'C: Corolla, yes.'].map(turn);
  expect(findEvidence([fact('car', 'corolla')], turns)[0]?.map((place) => place.turn)).toEqual([2, 1, 0]);
});

test('what the customer confirmed comes before a later mention', () => {
  const turns = ['C: Elm Road.', 'A: Elm Road, right?', 'C: Yes.', 'A: I love Elm Road.', 'C: Bye.'].map(turn);
  expect(findEvidence([fact('street', 'Elm Road')], turns)[0]?.map((place) => place.turn)).toEqual([1, 3, 0]);
});

test('offsets are those of the text as it was sent', () => {
  const turns = [turn('C: Ça va, 👋 c’est  JOSÉ   GARCÍA!')];
  const [place] = findEvidence([fact('name', 'José García')], turns)[0] ?? [];
  expect(turns[0]?.text.slice(place?.start, place?.end)).toBe('JOSÉ   GARCÍA');
});

test('absent values, empty transcripts and tool turns give no evidence', () => {
  const turns = [turn('T: Not provided 48213'), turn('C: false')];
  const facts = [
    fact('a', 'Not provided', true),
    fact('order_number', '48213'),
    fact('b', null),
    fact('c', ''),
    fact('d', []),
  ];
  expect(findEvidence(facts, turns)).toEqual([[], [], [], [], []]);
  expect(findEvidence([fact('name', 'Ann')], [])).toEqual([[]]);
});

test('a turn shows what was taken from it', () => {
  const turns = [turn('C: Ann Lee from Pune')];
  const taken = takenFrom(findEvidence([fact('name', 'Ann Lee'), fact('city', 'Pune'), fact('zip', '1')], turns));
  expect(taken.get(0)?.map((place) => place.fact)).toEqual([0, 1]);
});

test('10,000 turns take linear time', { timeout: 30_000 }, () => {
  const values: Json[] = ['john.doe@example.com', '+14155550100', 48213, 'Priya Raman', '2026-05-04', '3 pm', true];
  const facts = values.map((value, index) => fact(`name_${index}`, value));
  const turns = Array.from({ length: 10_000 }, (_, index) =>
    turn(`${index % 2 ? 'C' : 'A'}: well, my number is oh ${index} and I said yes at ${index % 12} pm, dot com`),
  );
  expect(growth((size) => findEvidence(facts, turns.slice(0, size)), turns.length)).toBeLessThan(linear);
});

test('vowel signs tell words apart in scripts that write vowels so', () => {
  const turns = [turn('C: मेरा नाम राम है')];
  expect(findEvidence([fact('name', 'राम'), fact('name', 'रमा')], turns).map((places) => places.length)).toEqual([
    1, 0,
  ]);
});
