import { keyOfWords, sectionOfWords } from '../../lib/providers/nameOfWords';
import type { Text } from '../harness/texts';

/** The order of plural forms in a file: that of CLDR. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Names, marks and abbreviations that many languages share with English. */
const isOfAll =
  /^(?:[^\p{L}]|\{\w+\}|\$\d|HTTP|JSON|CSV|Markdown|ASR|LLM|TTS|p99|min|Min\.?|[hs]|Call Log Inspector)*$/u;

const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}|%s/g))].sort().join(' ');

/** Which number a plural form stands for has its category by the language's own rules; all categories there are, in their order. */
function pluralFaults(key: string, forms: Record<string, string>, rules: Intl.PluralRules): string[] {
  const own = rules.resolvedOptions().pluralCategories;
  const wanted = categories.filter((each) => own.includes(each as Intl.LDMLPluralRule));
  const found = Object.keys(forms).map((number) => (number === 'n' ? 'other' : rules.select(Number(number))));
  return String(found) === String(wanted) ? [] : [`${key}: has the forms ${found.join()}, not ${wanted.join()}`];
}

/** Categories that stand for one number alone may write it as a word. */
const isOneNumber = (form: string, rules: Intl.PluralRules) => {
  if (form === 'n') return false;
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === rules.select(Number(form))).length <= 1;
};

/**
 * What is wrong with the texts of a language beside the English ones and the providers' words; empty where nothing is.
 * @param equal texts that are the same in both
 */
export function faultsOf(
  language: string,
  { texts, english, words }: { texts: Map<string, Text>; english: Map<string, Text>; words: string[] },
  equal: string[] = [],
): string[] {
  const faults: string[] = [];
  const rules = new Intl.PluralRules(language);
  const expected = new Map([
    ...english,
    ...words.map((each) => [`${sectionOfWords}.${keyOfWords(each)}`, each] as const),
  ]);
  if (texts.get('locale.language') !== language) faults.push(`locale.language: is not ${language}`);
  const { direction } = (
    new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { direction: string } }
  ).getTextInfo();
  if (texts.get('locale.direction') !== direction) faults.push(`locale.direction: is not ${direction}`);
  for (const key of texts.keys()) if (!expected.has(key)) faults.push(`${key}: is no text of the product`);
  for (const [key, of] of expected) {
    const text = texts.get(key);
    if (text === undefined) faults.push(`${key}: is missing`);
    else if (typeof text !== typeof of) faults.push(`${key}: has plural forms in one of the two only`);
    else {
      if (typeof text !== 'string') faults.push(...pluralFaults(key, text, rules));
      const counts = formsOf(of).some((form) => form.includes('$1'));
      for (const [number, form] of typeof text === 'string' ? [] : Object.entries(text))
        if (counts && !form.includes('$1') && !isOneNumber(number, rules))
          faults.push(`${key}.${number}: says no number`);
      for (const form of formsOf(text)) {
        if (form.trim() === '') faults.push(`${key}: is empty`);
        if (placeholders(form) !== placeholders(formsOf(of).join())) faults.push(`${key}: has other placeholders`);
        if (form.includes(' | ')) faults.push(`${key}: holds the mark that parts plural forms`);
        const isSame = formsOf(of).includes(form) && !key.startsWith('locale.');
        if (isSame && language !== 'en' && !isOfAll.test(form) && !equal.includes(form))
          faults.push(`${key}: is English`);
      }
    }
  }
  return faults;
}
