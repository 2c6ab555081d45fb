import { describe, expect, test } from 'vitest';
import { mask } from '../../lib/redaction/mask';
import { redactText } from '../../lib/redaction/redact';
import { allRules, maskKeys, rulesFor } from '../../lib/redaction/shapes';
import { secretKinds } from '../fixtures/secretKinds';
import { transcripts } from '../fixtures/transcripts';

// What rules are left out for want of a keyword fails with a wrong keyword: give Stripe's rule of `gitleaks.json` another.

const cased = (text: string) => [text, text.toUpperCase(), text.toLowerCase()];

test.each(secretKinds)('$name: the rules whose keyword is there mask what all rules mask', ({ text }) => {
  for (const each of cased(text)) expect(maskKeys(each, rulesFor(each))).toBe(maskKeys(each, allRules));
});

test('so they do in ordinary transcripts, with secrets among them', () => {
  const kinds = secretKinds.map(({ text }) => text);
  const texts = transcripts.map((turns, at) => [...turns, kinds[at % kinds.length]].join('\n'));
  for (const text of texts) expect(maskKeys(text, rulesFor(text))).toBe(maskKeys(text, allRules));
});

test('an ordinary text is asked for a few rules only', () => {
  const [turns = []] = transcripts;
  expect(allRules.shapes.length).toBeGreaterThan(70);
  expect(rulesFor(turns.join('\n')).shapes.length).toBeLessThan(15);
});

test('a keyword hidden by JSON’s own escapes is seen', () => {
  const hidden = String.raw`{"note":"\u0041KIAIOSFODNN7EXAMPLE and \u0073k_live_0123456789abcdef"}`;
  expect(redactText(hidden)).toBe(`{"note":"${mask} and ${mask}"}`);
});

describe('a text of 9.5 MB is read to its end:', () => {
  const long = (unit: string) => unit.repeat(Math.ceil(9.5e6 / unit.length));
  test.each([
    ['an address', `see https://example.com/${long('a')} now`, `see https://example.com/${mask} now`],
    ['an address of short parts', `see https://example.com/${long('ab/')} now`, `see https://example.com/${mask} now`],
    ['a query', `https://example.com/?a=${long('x1-')}`, `https://example.com/${mask}`],
    ['words', `${long('word ')}password: hunter2x`, `${long('word ')}password: ${mask}`],
  ])('%s', (_, text, expected) => expect(redactText(text) === expected).toBe(true), 30_000);

  test.each(['aB3', '%41', 'sk_live_', '"', 'eyJ', 'password='])(
    '%s, over and over',
    (unit) => expect(() => redactText(long(unit))).not.toThrow(),
    60_000,
  );
});
