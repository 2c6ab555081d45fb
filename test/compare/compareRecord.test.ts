import { expect, test } from 'vitest';
import type { Fact, Json } from '../../lib/call/call';
import { compare, sameValue } from '../../lib/compare/compareRecord';

const fact = (name: string, value: Json, absent = false): Fact => ({ name, value, absent, pointer: '' });

test.each([
  ['+1 (415) 555-0100', '4155550100'],
  ['+44 7700 900123', '07700 900123'],
  ['0044 7700 900123', '+44 7700 900123'],
  ['+44 (0)20 7946 0958', '020 7946 0958'],
  ['+91 98765 43210', '09876543210'],
  ['(415) 555-0100 x12', '+14155550100'],
  ['John.Doe@Example.com', 'john.doe@example.com'],
  ['2026-05-04', 'May 4, 2026'],
  ['04/05/2026', '4 May 2026'],
  ['$1,200', '1200.00'],
  ['20%', '20 percent'],
  ['JOSÉ GARCÍA', 'Jose Garcia'],
  ['yes', 'true'],
  ['roof repair, gutters', 'Gutters; roof repair'],
])('"%s" equals "%s"', (a, b) => {
  expect(sameValue(a, b)).toBe(true);
  expect(sameValue(b, a)).toBe(true);
});

test.each([
  ['+14155550100', '+44155550100'],
  ['4155550100', '4155550101'],
  ['+1 987 654 3210', '+91 98765 43210'],
  ['+44 7700 900123', '07700 900124'],
  ['john@example.com', 'john@example.org'],
  ['a.b@example.com', 'ab@example.com'],
  ['a.b@example.com', 'a-b@example.com'],
  ['2026-05-04', '2026-05-05'],
  ['2026-05-04', '2025-05-04'],
  ['20%', '20'],
  ['yes', 'no'],
  ['Ann', 'Anne'],
  ['', ''],
])('"%s" differs from "%s"', (a, b) => {
  expect(sameValue(a, b)).toBe(false);
});

test('facts stand beside the fields of the same meaning, whatever either is called', () => {
  const fields = [
    { label: 'Phone Number', value: '+1 415 555 0100' },
    { label: 'Mobile', value: '+1 415 555 0199' },
    { label: 'Email', value: 'old@example.com' },
    { label: 'Company', value: 'Acme Corp' },
    { label: 'First Name', value: '' },
    { label: 'Party size', value: '4' },
  ];
  const facts = [
    fact('phone_number', '4155550199'),
    fact('email', 'new@example.com'),
    fact('companyName', 'ACME Corp.'),
    fact('first_name', 'Ann'),
    fact('partySize', 4),
    fact('use_case', 'Not provided', true),
  ];
  expect(compare(facts, fields).map(({ field, outcome }) => [field?.label, outcome])).toEqual([
    ['Mobile', 'equal'],
    ['Email', 'different'],
    ['Company', 'equal'],
    [undefined, 'missing'],
    ['Party size', 'equal'],
  ]);
});

test('a company name is not the name of a person, and a telephone no number of anything else', () => {
  const fields = [
    { label: 'Company name', value: 'Acme Corp' },
    { label: 'Number of employees', value: '4' },
  ];
  expect(compare([fact('name', 'Ann'), fact('phone', '4')], fields).map(({ outcome }) => outcome)).toEqual([
    'missing',
    'missing',
  ]);
});
