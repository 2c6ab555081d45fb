/**
 * Turns gitleaks' rules into `lib/redaction/gitleaks.json`: `npm run rules -- gitleaks.toml v8.30.1`. The TOML is `config/gitleaks.toml`
 * of https://github.com/gitleaks/gitleaks at the tag named; the extension itself never sees TOML.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** What `lib/redaction` reads by other means (headers, keys' blocks, addresses), or what is no secret. */
const left =
  /^(curl-.*|kubernetes-secret-yaml|nuget-config-password|freemius-secret-key|private-key|jwt(-base64)?|.*-webhook(-url)?|sidekiq-sensitive-url|generic-api-key|hashicorp-tf-password|azure-ad-client-secret|sourcegraph-access-token|.*(client-id|pub-key|public-key|access-id|user-api-id))$/;

/** gitleaks wants the vendor's name in the file, too. In a reply the shape stands alone: what is in every key of it. */
const ownKeywords: Record<string, string[]> = {
  'airtable-personnal-access-token': ['pat'],
  'facebook-access-token': ['|', '%'],
};

/** `name … = 'value'` as gitleaks writes it for a vendor whose keys have no shape of their own: its words, and the value's shape. */
const besideWord =
  /\[\\w\.-\]\{0,50\}\?\(\?:(.+?)\)\(\?:\[ \\t\\w\.-\]\{0,20\}\).*?\[\\x60'"\\s=\]\{0,5\}(.+?)\(\?:\[\\x60'"\\s;\]\|\\\\\[nr\]\|\$\)/;
const ending = /\(\?:\[\\x60'"\\s;\]\|\\\\\[nr\]\|\$(?:\|\\b)?\)|\(\?:\[\^[^\]]*\]\|\\z\)/g;

/** Go's expression in JavaScript's syntax, without groups of flags: what is matched in part without case is so as a whole. */
const toJavaScript = (expression: string) =>
  expression
    .replaceAll(ending, '')
    .replaceAll('(?i)', '')
    .replaceAll(/\(\?-?[is]:/g, '(?:')
    .replaceAll('[[:alnum:]]', '[A-Za-z0-9]')
    .replaceAll('\\z', '$')
    .replaceAll('\\x60', '`');

const [path = '', version = ''] = process.argv.slice(2);
const rules = readFileSync(path, 'utf8')
  .split('[[rules]]')
  .slice(1)
  .map((block) => ({
    id: /^id = "(.*)"$/m.exec(block)?.[1] ?? '',
    regex: /^regex = '''(.*)'''$/m.exec(block)?.[1],
    // One of them is in every text that the expression finds, in any case.
    keywords: [...(/^keywords = \[([^\]]*)\]$/m.exec(block)?.[1] ?? '').matchAll(/"([^"]*)"/g)].map(
      ([, word = '']) => word,
    ),
  }));

const prefixes = new Set<string>();
const shapes = new Map<string, string[]>();
const shapesInAnyCase = new Map<string, string[]>();
const besides = new Set<string>();
/** By the words of `besides`. */
const keywordsOf = new Map<string, string[]>();
for (const { id, regex, keywords } of rules) {
  if (regex === undefined || left.test(id)) continue;
  const [, words, value] = besideWord.exec(regex) ?? [];
  if (words !== undefined && value !== undefined) {
    besides.add(JSON.stringify([toJavaScript(words), toJavaScript(value)]));
    keywordsOf.set(toJavaScript(words), [...new Set([...(keywordsOf.get(toJavaScript(words)) ?? []), ...keywords])]);
    continue;
  }
  const expression = toJavaScript(regex);
  const prefix = /^(?:\\b)?(?:\((?:\?:)?)*((?:[A-Za-z0-9_~-]|\\\.)+)(?![|?*+{])/.exec(expression)?.[1];
  // A prefix that is said nowhere else needs no exact length behind it: a key that was cut short is one still.
  if (prefix && !/\|/.test(expression) && /^.{3,}[_~]$|^.{4,}-$|^.{3,}\\\.$/.test(prefix)) prefixes.add(prefix);
  else (regex.includes('?i') ? shapesInAnyCase : shapes).set(expression, ownKeywords[id] ?? keywords);
}

const list = (set: Set<string>) => [...set].toSorted();
const listWithKeywords = (map: Map<string, string[]>) =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([shape, keywords]) => ({ shape, keywords }));
const json = {
  source: `gitleaks ${version}, config/gitleaks.toml, MIT License, Copyright (c) 2019 Zachary Rice`,
  prefixes: list(prefixes),
  shapes: listWithKeywords(shapes),
  shapesInAnyCase: listWithKeywords(shapesInAnyCase),
  besides: list(besides).map((each) => {
    const [words, value] = JSON.parse(each) as [string, string];
    return { words, value, keywords: keywordsOf.get(words) ?? [] };
  }),
};
writeFileSync(new URL('../lib/redaction/gitleaks.json', import.meta.url), `${JSON.stringify(json, undefined, 2)}\n`);
