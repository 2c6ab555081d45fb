import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chooseTexts, chosenTexts, direction, i18n, language, listOf, perLanguage } from '#i18n';
import { formatCost } from '../../components/ui/format';
import { formatDuration } from '../../lib/call/duration';
import { formatWhen } from '../../lib/call/when';
import { nameOfLanguage } from '../../lib/language/languages';
import { isOfPage } from '../../lib/page/pageTexts';
import { inUiLanguage } from '../../lib/worker/inUiLanguage';
import { messagesOf, textsIn } from '../harness/texts';
import { invented } from './invented';

afterEach(() => chooseTexts(undefined));

/** A value as it stands in a text that runs from right to left. */
const isolated = (text: string) => `\u2068${text}\u2069`;
const browserIn = (tag: string) => {
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => tag });
  chooseTexts(undefined);
};

describe('the language of the texts', () => {
  it('is the browser’s as its user has it, where there are texts in it', () => {
    browserIn('en-GB');
    expect(language()).toBe('en-GB');
    expect(formatWhen({ text: '', iso: '2024-03-05T12:00:00Z' }, Date.parse('2026-01-01'))).toContain('5 Mar 2024');
  });

  it('is English in a browser whose language there are no texts in: its numbers and times too', () => {
    browserIn('fi');
    expect(language()).toBe('en');
  });

  it('is the chosen one, whatever the browser’s is', () => {
    browserIn('de-AT');
    chooseTexts(messagesOf('pt-BR'));
    expect([language(), direction(), i18n.t('status.failed')]).toEqual(['pt-BR', 'ltr', 'Falhou']);
    chooseTexts(undefined);
    expect(i18n.t('status.failed')).toBe('Failed');
  });
});

describe('a number', () => {
  it.each<[string, [number, string][]]>([
    [
      'en',
      [
        [0, '0 calls'],
        [1, '1 call'],
        [1234, '1,234 calls'],
      ],
    ],
    [
      'de',
      [
        [0, '0 Anrufe'],
        [1, '1 Anruf'],
        [1234, '1.234 Anrufe'],
      ],
    ],
    [
      'fr',
      [
        [0, '0 appel'],
        [1, '1 appel'],
        [2, '2 appels'],
        [1e6, '1\u202f000\u202f000 d’appels'],
      ],
    ],
    [
      'ja',
      [
        [0, '0 件の通話'],
        [1, '1 件の通話'],
      ],
    ],
    [
      'ar',
      [
        [0, 'لا مكالمات'],
        [1, 'مكالمة واحدة'],
        [2, 'مكالمتان'],
        [5, `${isolated('5')} مكالمات`],
        [11, `${isolated('11')} مكالمة`],
        [100, `${isolated('100')} مكالمة`],
      ],
    ],
  ])('has its plural form in %s', (tag, said) => {
    if (tag !== 'en') chooseTexts(messagesOf(tag));
    for (const [count, text] of said) expect(i18n.t('lists.count', count)).toBe(text);
  });

  it('has the forms of a language that is new', () => {
    const texts = textsIn(invented('pl'));
    const forms = texts.get('lists.count') as Record<string, string>;
    chooseTexts({ locale_language: 'pl', locale_direction: 'ltr', lists_count: 'one | few | many | other' });
    expect(Object.keys(forms)).toEqual(['1', '2', '5', 'n']);
    expect([1, 2, 5, 22, 1.5].map((count) => i18n.t('lists.count', count))).toEqual([
      'one',
      'few',
      'many',
      'few',
      'other',
    ]);
  });
});

test('values do not run into each other where texts run from right to left', () => {
  chooseTexts(messagesOf('ar'));
  expect(i18n.t('failure.atTime', { time: '10:30', wait: '2' })).toBe(
    `عند ${isolated('10:30')} (بعد ${isolated('2')})`,
  );
  expect(listOf(['a', 'b'])).toBe(`${isolated('a')} و${isolated('b')}`);
  expect(formatDuration(169)).toBe(`${isolated('2')} د ${isolated('49')} ث`);
  expect(formatCost(0.5)).toBe('\u20660.50\u00a0US$\u2069');
});

test('formats are made anew when another language is chosen', () => {
  const made: string[] = [];
  const made1 = perLanguage((tag) => made.push(tag));
  made1();
  made1();
  chooseTexts(messagesOf('de'));
  made1();
  expect(made).toEqual(['en', 'de']);
  expect(formatCost(1.5)).toBe('1,50\u00a0$');
});

describe('a provider’s words', () => {
  it('are translated where the language has them, and stay English where nobody has', () => {
    expect(inUiLanguage({ en: 'The customer hung up.' })).toBe('The customer hung up.');
    chooseTexts(messagesOf('de'));
    expect(inUiLanguage({ en: 'The customer hung up.' })).toBe('Der Kunde legte auf.');
    expect(inUiLanguage({ en: 'Walked the plank' })).toBe('Walked the plank');
  });

  it('are as the provider itself brings them, where it does', () => {
    chooseTexts(messagesOf('pt-BR'));
    expect(inUiLanguage({ en: 'The customer hung up.', pt: 'Desligou.' })).toBe('Desligou.');
  });
});

describe('scripts in web pages', () => {
  /** What these show, and the files of `lib/call` that they show it by. */
  const files = [
    ...readdirSync('lib/page', { recursive: true, encoding: 'utf8' }).map((path) => `lib/page/${path}`),
    ...['duration', 'statusWords', 'when'].map((name) => `lib/call/${name}.ts`),
  ].filter((path) => path.endsWith('.ts'));

  it('are given every text that they show, and few others', () => {
    const names = files.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/'((?:[a-z]\w*\.)+\w+)'/g)].map(([, key]) => key!.replaceAll('.', '_')),
    );
    const shown = names.filter((name) => name in messagesOf('en'));
    expect(shown.length).toBeGreaterThan(20);
    chooseTexts(messagesOf('de'));
    const given = Object.keys(chosenTexts(isOfPage)!);
    expect(shown.filter((name) => !given.includes(name))).toEqual([]);
    expect(given.length).toBeLessThan(50);
  });

  it('are given none where the browser’s language is shown', () => expect(chosenTexts(isOfPage)).toBeUndefined());
});

test.each([
  ['de', 'Deutsch'],
  ['pt-BR', 'português (Brasil)'],
  ['ar', 'العربية'],
])('%s calls itself %s', (tag, name) => expect(nameOfLanguage(tag)).toBe(name));
