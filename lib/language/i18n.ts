import type { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';

type Value = string | number;
type Named = Record<string, Value>;

/** Texts by their name in `_locales`, e.g. `ui_copy`. */
export type Texts = Record<string, string>;

let chosen: Texts | undefined;
let ofTexts: string | undefined;

/** Takes all texts from here on from those of a language that the user chose; `undefined`: from the browser's. */
export function chooseTexts(texts: Texts | undefined): void {
  chosen = texts;
  ofTexts = undefined;
}

/** The texts of the chosen language that are wanted; `undefined` where the browser's is shown. */
export const chosenTexts = (isWanted: (name: string) => boolean): Texts | undefined =>
  chosen && Object.fromEntries(Object.entries(chosen).filter(([name]) => isWanted(name)));

/** A text by its name in `_locales`, with `$1` to `$9` filled in. Empty where there is none. */
export function textOf(name: string, values: string[] = []): string {
  const text = chosen?.[name];
  if (text === undefined) return browser.i18n.getMessage(name as '@@ui_locale', values);
  return text.replaceAll(/\$([1-9])/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}

const baseOf = (tag: string) => tag.split('-', 1)[0];

/** The language of the texts, by BCP 47; as the browser's user has it where it is the browser's: "en-GB". For `lang` and `Intl`. */
export function language(): string {
  if (ofTexts) return ofTexts;
  const [own, browsers] = [textOf('locale_language'), browser.i18n.getUILanguage()];
  return (ofTexts = !chosen && baseOf(own) === baseOf(browsers) ? browsers : own);
}

/** In which direction the texts are read. */
export const direction = () => textOf('locale_direction') as 'ltr' | 'rtl';

/** Makes something once for each language that is in use, when it is first needed: formatters take a while to make. */
/* @__NO_SIDE_EFFECTS__ */
export function perLanguage<T>(make: (language: string) => T): () => T {
  let made: { language: string; value: T } | undefined;
  return () => {
    const wanted = language();
    if (made?.language !== wanted) made = { language: wanted, value: make(wanted) };
    return made.value;
  };
}

const numbers = perLanguage((tag) => new Intl.NumberFormat(tag));

/** The order in which a text has its plural forms: that of CLDR. */
const categories: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Which of a text's forms goes with a number, by the rules of its language. */
const formOf = perLanguage((tag) => {
  const rules = new Intl.PluralRules(tag);
  const { pluralCategories } = rules.resolvedOptions();
  const own = categories.filter((each) => pluralCategories.includes(each));
  return (forms: string[], count: number) => forms[own.indexOf(rules.select(count))] ?? forms.at(-1)!;
});

/** Where texts run from right to left, what stands in one does not run into its neighbours. */
const isolate = (text: string) => (text && direction() === 'rtl' ? `\u2068${text}\u2069` : text);

/** A value as it stands in a text: numbers in the digits of the language. */
const written = (value: Value) => isolate(typeof value === 'number' ? numbers().format(value) : value);

/** Says several things as one list, as the language does: "a, b, and c", "a or b", or with commas alone. */
export const listOf = (texts: string[], type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction'): string =>
  new Intl.ListFormat(language(), { type }).format(texts.map(isolate));

function t(key: string, ...given: (number | Value[] | Named | undefined)[]): string {
  const count = given.find((each) => typeof each === 'number');
  const values = given.find((each) => Array.isArray(each)) ?? (count === undefined ? [] : [count]);
  const named = given.find((each) => typeof each === 'object' && !Array.isArray(each)) as Named | undefined;
  const text = textOf(key.replaceAll('.', '_'), values.map(written));
  const form = count === undefined ? text : formOf()(text.split(' | '), count);
  if (!named) return form;
  return form.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(named, name) ? written(named[name]!) : whole,
  );
}

/** The texts of `locales/`, in the user's language: typed by their keys, placeholders and plural forms. */
export const i18n = { t } as ReturnType<typeof createI18n<GeneratedI18nStructure>>;
