import { expect, test } from 'vitest';
import { compareCalls } from '../../lib/compare/compareCalls';
import { emptyCall, fullCall, names } from '../fixtures/exportedCalls';

const rows = (...calls: [typeof fullCall, typeof fullCall]) =>
  Object.fromEntries(
    compareCalls(calls, [names, names]).map(({ label, values, differs }) => [label, [...values, differs]]),
  );

test('a call is the same as itself, but for what is masked nothing is left out', () => {
  const own = compareCalls([fullCall, fullCall], [names, names]);
  expect(own.map(({ differs }) => differs)).not.toContain(true);
  expect(own.map(({ label }) => label)).toEqual(expect.arrayContaining(['Status', 'party_size', 'token', 'note']));
});

test('what one call alone states differs; what neither states has no row', () => {
  const found = rows(fullCall, emptyCall);
  expect(found['Duration']).toEqual(['3:12', undefined, true]);
  expect(found['party_size']).toEqual(['2', undefined, true]);
  expect(found).not.toHaveProperty('Agent');
  expect(found).not.toHaveProperty('email');
});

test('facts that mean the same are the same, the second call’s own come last', () => {
  const fact = (name: string, value: string) => ({ name, value, absent: false, pointer: `/${name}` });
  const found = compareCalls(
    [
      { ...emptyCall, extracted: [fact('budget', '$5,000'), fact('plan', 'Basic')] },
      { ...emptyCall, extracted: [fact('city', 'Porto'), fact('plan', 'Pro'), fact('budget', '5000')] },
    ],
    [names, names],
  ).filter(({ key }) => key.startsWith('fact '));
  expect(found.map(({ label, differs }) => [label, differs])).toEqual([
    ['budget', false],
    ['plan', true],
    ['city', true],
  ]);
});
