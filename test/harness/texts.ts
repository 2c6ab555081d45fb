import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Written = { [key: string]: string | Written };

/** A text of a language by its key, or its plural forms by the numbers that stand for them. */
export type Text = string | Record<string, string>;

const isPlural = (written: Written) =>
  Object.keys(written).every((key) => key === 'n' || Number.isInteger(Number(key)));

const leaves = (written: Written, path: string[] = []): [string, Text][] =>
  Object.entries(written).flatMap(([key, value]): [string, Text][] => {
    const at = [...path, key];
    if (typeof value === 'string') return [[at.join('.'), value]];
    return isPlural(value) ? [[at.join('.'), value as Record<string, string>]] : leaves(value, at);
  });

/** All texts that a YAML text holds, by key. */
export const textsIn = (yaml: string): Map<string, Text> => new Map(leaves(parse(yaml) as Written));

/** All texts of a language, e.g. `pt-BR`, as they stand in its file, by key. */
export function textsOf(language: string): Map<string, Text> {
  // No `new URL`: where a test has a document, the bundler makes an address of the page of it.
  const file = join(import.meta.dirname, `../../locales/${language.replace('-', '_')}.yml`);
  return textsIn(readFileSync(file, 'utf8'));
}

/** The same by their name in `_locales`, where plural forms stand in one text. */
export const messagesOf = (language: string): Record<string, string> =>
  Object.fromEntries(
    [...textsOf(language)].map(([key, text]) => [
      key.replaceAll('.', '_'),
      typeof text === 'string' ? text : Object.values(text).join(' | '),
    ]),
  );

/** Says a text of a language as it stands on screen, for scripts that look for it. */
export function sayIn(language: string): (key: string, values?: Record<string, string>) => string {
  const texts = textsOf(language);
  const isolated = texts.get('locale.direction') === 'rtl';
  return (key, values = {}) => {
    const text = texts.get(key);
    if (typeof text !== 'string') throw new Error(`${key} is no text of ${language}.`);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return isolated ? `\u2068${value}\u2069` : value;
    });
  };
}
