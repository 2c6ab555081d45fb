import { describe, expect, test } from 'vitest';
import type { Json } from '../../../lib/call/call';
import {
  at,
  entries,
  facts,
  first,
  flag,
  items,
  number,
  root,
  text,
  time,
} from '../../../lib/providers/reading/fields';

const field = (value: Json) => root({ value });
const problem = (expected: string, got: string) => [{ pointer: '/value', expected, got }];

test('only own members are read, and pointers are escaped', () => {
  for (const name of ['constructor', 'toString', '__proto__']) expect(at(root({}), name).value).toBeUndefined();
  expect(at(root({ 'a/b~': [1] }), 'a/b~', 0)).toMatchObject({ value: 1, pointer: '/a~1b~0/0' });
});

describe.each<[string, (value: Json) => unknown, [Json, unknown][]]>([
  [
    'number',
    (value) => number(field(value), 'value'),
    [
      [0, 0],
      ['4.5', 4.5],
      [' 7 ', 7],
      [false, undefined],
      [null, undefined],
      ['', undefined],
      ['••••••', undefined],
    ],
  ],
  [
    'text',
    (value) => text(field(value), 'value'),
    [
      ['a', 'a'],
      [7, '7'],
      [0, '0'],
      [false, undefined],
      [' ', undefined],
    ],
  ],
  [
    'flag',
    (value) => flag(field(value), 'value'),
    [
      [false, false],
      [true, true],
      ['True', true],
      [0, false],
      [null, undefined],
      ['', undefined],
    ],
  ],
  [
    'items',
    (value) => items(field(value), 'value').map((item) => item.value),
    [
      [[1], [1]],
      ['[1]', [1]],
      [{}, []],
      [false, []],
    ],
  ],
  [
    'entries',
    (value) => entries(field(value), 'value').map(([name]) => name),
    [
      [{ a: 1 }, ['a']],
      ['{"a":1}', ['a']],
      [[], []],
      [null, []],
    ],
  ],
])('%s', (_, read, table) => {
  test.each(table)('%j is %j', (value, expected) => expect(read(value)).toEqual(expected));
});

test.each<[string, (value: ReturnType<typeof field>) => unknown, Json, object[]]>([
  ['number', (from) => number(from, 'value'), 'many', problem('number', 'string')],
  ['number', (from) => number(from, 'value'), true, problem('number', 'boolean')],
  ['text', (from) => text(from, 'value'), ['a'], problem('string', 'array')],
  ['flag', (from) => flag(from, 'value'), 'perhaps', problem('boolean', 'string')],
  ['items', (from) => items(from, 'value'), { a: 1 }, problem('array', 'object')],
  ['entries', (from) => entries(from, 'value'), 'none', problem('object', 'string')],
])('%s in another shape is one problem, however often it is read', (_, read, value, problems) => {
  const from = field(value);
  read(from);
  read(from);
  expect([...from.problems.values()]).toEqual(problems);
});

test('first takes the first member that holds something; zero does, false does not', () => {
  const owner = root({ a: false, b: 0, c: 1 });
  expect(first(owner, 'a', 'b', 'c')).toMatchObject({ value: 0, pointer: '/b' });
  expect(first([root({ a: 1 }), root({ b: 2 })], 'b', 'a').value).toBe(2);
});

test.each<[Json, object | undefined]>([
  ['2024-01-15T10:30:00.000Z', { text: '2024-01-15T10:30:00.000Z', iso: '2024-01-15T10:30:00.000Z' }],
  ['2024-01-15T10:30:00+05:30', { text: '2024-01-15T10:30:00+05:30', iso: '2024-01-15T05:00:00.000Z' }],
  ['2024-01-15 10:30:00Z', { text: '2024-01-15 10:30:00Z', iso: '2024-01-15T10:30:00.000Z' }],
  ['2024-01-15T10:30:00', { text: '2024-01-15T10:30:00' }],
  ['05/04/2026 14:46:15', { text: '05/04/2026 14:46:15' }],
  ['2024-13-45T10:30:00Z', { text: '2024-13-45T10:30:00Z' }],
  [1705314600000, { text: '1705314600000', iso: '2024-01-15T10:30:00.000Z' }],
  [1705314600, { text: '1705314600', iso: '2024-01-15T10:30:00.000Z' }],
  [1e300, { text: '1e+300' }],
  [false, undefined],
])('time %j', (value, expected) => expect(time(field(value), 'value')).toEqual(expected));

test.each<[Json, [string, Json, boolean, string][]]>([
  [
    { a: 0, b: ' not Provided ' },
    [
      ['a', 0, false, '/value/a'],
      ['b', ' not Provided ', true, '/value/b'],
    ],
  ],
  [
    [{ key: 'a', value: null }, { name: 'b' }],
    [
      ['a', null, true, '/value/0/value'],
      ['2', { name: 'b' }, false, '/value/1'],
    ],
  ],
  ['{"a":false}', [['a', false, false, '/value']]],
  ['alone', [['value', 'alone', false, '/value']]],
  [false, []],
])('facts of %j', (value, expected) =>
  expect(facts(field(value), 'value')).toEqual(
    expected.map(([name, found, absent, pointer]) => ({ name, value: found, absent, pointer })),
  ),
);

test('of an object of very many members the first are facts, and that there are more is told', () => {
  const many = field(Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`field_${index}`, index])));
  expect(facts(many, 'value')).toHaveLength(5_000);
  expect([...many.problems.values()]).toEqual([{ pointer: '/value', expected: 'at most 5000 members', got: '6000' }]);
});
