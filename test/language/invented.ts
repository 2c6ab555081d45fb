import { stringify } from 'yaml';
import { keyOfWords, sectionOfWords } from '../../lib/providers/nameOfWords';
import { type Text, textsOf } from '../harness/texts';
import { providerWords } from './providerWords';

/** Numbers that stand for the plural forms of a language, as its file writes them. */
function numbersOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const first = new Map<string, number>();
  for (const number of [...Array.from({ length: 200 }, (_, each) => each + 1), 0, 1_000_000]) {
    const category = rules.select(number);
    if (category !== 'other' && !first.has(category)) first.set(category, number);
  }
  return [...[...first.values()].sort((a, b) => a - b).map(String), 'n'];
}

/** English with another letter in front of each text: a language nobody has, and nobody takes for English. */
const say = (text: string) => `Ć${text}`;

const pluralOf = (text: Record<string, string>, numbers: string[]) =>
  Object.fromEntries(numbers.map((number) => [number, say((number === '1' ? text['1'] : text['n']) ?? '')]));

/** The file of a language that is not among the product's: in the plural forms of its own rules, with a mark before each text. */
export function invented(language: string): string {
  const numbers = numbersOf(language);
  const root: Record<string, unknown> = {};
  const put = (key: string, text: Text) => {
    const path = key.split('.');
    let at = root;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = text;
  };
  for (const [key, text] of textsOf('en')) put(key, typeof text === 'string' ? say(text) : pluralOf(text, numbers));
  for (const words of providerWords) put(`${sectionOfWords}.${keyOfWords(words)}`, say(words));
  put('locale.language', language);
  put('locale.direction', 'ltr');
  return stringify(root, { lineWidth: 0 });
}
