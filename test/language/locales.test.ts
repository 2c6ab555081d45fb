import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../lib/language/languages';
import { keyOfWords } from '../../lib/providers/nameOfWords';
import { type Text, textsIn, textsOf } from '../harness/texts';
import { faultsOf } from './faultsOf';
import { invented } from './invented';
import { providerWords } from './providerWords';

/** Texts that are the same in both languages. */
const equal: Partial<Record<string, string[]>> = {
  de: [
    'Neutral',
    'Details',
    'Agent',
    'Simulation',
    'Status',
    'Name',
    'Position',
    'Pause',
    'Region',
    '(optional)',
    'Passphrase',
    'Text',
    'Token',
  ],
  es: ['Error', 'Total', 'Token', 'Tokens', 'tokens', '{n} tokens'],
  fr: ['Agent', 'Simulation', 'Actions', 'Total', 'Position', 'Pause', 'Sites', 'Note', 'Contact'],
  'pt-BR': ['Status', 'Total', 'Tokens', 'tokens', '{n} tokens', 'Sites'],
};

const english = textsOf('en');
const others = languages.filter((each) => each !== 'en');

test('the list names the files there are', () => {
  const files = readdirSync('locales').map((file) => file.replace(/\.yml$/, '').replace('_', '-'));
  expect(files.sort()).toEqual([...languages].sort());
});

test('the providers’ words have keys of their own', () => {
  expect(providerWords.length).toBeGreaterThan(100);
  expect(new Set(providerWords.map(keyOfWords)).size).toBe(providerWords.length);
});

test('English has the plural forms of English', () => {
  expect(faultsOf('en', { texts: english, english, words: [] })).toEqual([]);
});

describe.each(others)('%s', (language) => {
  it('has every text, placeholder and plural form, none empty and none in English', () => {
    expect(faultsOf(language, { texts: textsOf(language), english, words: providerWords }, equal[language])).toEqual(
      [],
    );
  });

  it('is like English only where it is listed', () => {
    const own = new Set(textsOf(language).values());
    const of = new Set(english.values());
    for (const text of equal[language] ?? []) expect([text, own.has(text), of.has(text)]).toEqual([text, true, true]);
  });

  it('fits the stores: 45 characters of name, 132 of description', () => {
    expect(String(textsOf(language).get('productName')).length).toBeLessThanOrEqual(45);
    expect(String(textsOf(language).get('productDescription')).length).toBeLessThanOrEqual(132);
  });
});

describe('an invented language', () => {
  const yaml = invented('pl');
  const all = { english, words: providerWords };
  const changed = (key: string, text?: Text) => {
    const texts = textsIn(yaml);
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
    return faultsOf('pl', { texts, ...all });
  };

  it('is a file like the others, with forms by its own rules', () => {
    expect(faultsOf('pl', { texts: textsIn(yaml), ...all })).toEqual([]);
    expect(Object.keys(textsIn(yaml).get('lists.count') as object)).toEqual(['1', '2', '5', 'n']);
  });

  it.each<[string, string, Text | undefined]>([
    ['ui.copied: is missing', 'ui.copied', undefined],
    ['ui.copied: is empty', 'ui.copied', ' '],
    ['ui.copied: is English', 'ui.copied', 'Copied'],
    ['ui.copy: has other placeholders', 'ui.copy', 'Ćopy {that}'],
    ['ui.copies: is no text of the product', 'ui.copies', 'Ćopies'],
    ['lists.count: has plural forms in one of the two only', 'lists.count', 'ćalls'],
    ['lists.count: has the forms one,other, not one,few,many,other', 'lists.count', { 1: '1 ć', n: '$1 ć' }],
    ['lists.count.5: says no number', 'lists.count', { 1: '1 ć', 2: '$1 ć', 5: 'ć', n: '$1 ć' }],
    ['locale.direction: is not ltr', 'locale.direction', 'rtl'],
    ['providerWords.the_customer_hung_up: is missing', 'providerWords.the_customer_hung_up', undefined],
  ])('is told that %s', (fault, key, text) => {
    expect(changed(key, text)).toContain(fault);
  });
});
