const keyword = /\b(?:select|where|in|any)\b/i;
const fromCalls =
  /\b(?:from|update|into)\s+["`[]?(?:\w{1,60}\.)?["`[]?((?:\w{1,60}_)?calls?(?:_?(?:logs?|records?|history))?)["`\]]?(?:\s+as)?(?:\s+(\w{1,60}))?/i;

/** A query with its conditions as plain words: `c.call_id IN (…)` and, where calls are asked for, `id = …` say `call_id = …`. */
export function plainSql(text: string): string {
  if (!keyword.test(text)) return text;
  const [, table, alias] = fromCalls.exec(text) ?? [];
  const owner = table && `(?<![\\w."\`])(?:(?:${table}|${alias || table})\\.)?["\`]?id["\`]?(?=\\s*(?:=|in\\b))`;
  const named = owner ? text.replace(new RegExp(owner, 'gi'), 'call_id') : text;
  return named
    .replace(/\b\w{1,60}\.(?=["`]?\w{0,60}call\w{0,60}["`]?\s{0,5}(?:=|(?:not\s)?in\b))/gi, '')
    .replace(/\s(?:not\s)?in\s{0,5}(?=[([{])/gi, ' = ')
    .replace(/=\s{0,5}any\s{0,5}\(\s{0,5}(?:array)?/gi, '= (');
}
