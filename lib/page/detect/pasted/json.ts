/** So deep one value may stand in another; below, a text stays as it is. */
const deepest = 40;

/** `[50,958]`: rather one number than two IDs. */
const groupedInBrackets = /^\s*\[\s*\d{1,2}(?:,\d{3})+\s*\]\s*$/;

type Value = string | { [name: string]: Value } | Value[];

/** Numbers as written: JavaScript would round long IDs. */
function parse(text: string): Value | undefined {
  if (!/^\s*[[{"]/.test(text) || groupedInBrackets.test(text)) return undefined;
  return parseStrictly(text) ?? parseStrictly(asJson(text));
}

function parseStrictly(text: string): Value | undefined {
  try {
    const read = JSON.parse as (
      text: string,
      reviver: (name: string, value: Value | null, context: { source?: string }) => Value,
    ) => Value;
    return read(text, (_name, value, { source }) => (typeof value === 'number' ? source : value) ?? '');
  } catch {
    return undefined;
  }
}

/** What Python and JavaScript print, as JSON. */
const asJson = (text: string) =>
  text
    .replaceAll("'", '"')
    .replace(/([{,]\s{0,40})([A-Za-z_]\w{0,60})(\s{0,5}:)/g, '$1"$2"$3')
    .replace(/([:,[]\s{0,40})(?:None|True|False|undefined|NaN)\b/g, '$1null')
    .replace(/,(\s{0,40}[}\]])/g, '$1');

function linesOf(value: Value, path: string, depth: number): string[] {
  if (typeof value === 'string') {
    const held = depth < deepest ? parse(value) : undefined;
    if (held !== undefined && typeof held !== 'string') return linesOf(held, path, depth + 1);
    return [path && value.length > 0 ? `${path}: ${value}` : value];
  }
  if (depth > deepest) return [];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([name, member]) => linesOf(member, `${path} ${name}`.trim(), depth + 1));
  // A row of a table.
  if (depth > 0 && !path && value.every((item) => typeof item === 'string')) return [value.join('\t')];
  return value.flatMap((item) => linesOf(item, path, depth + 1));
}

/** JSON, whole or a document a line, as lines `names that lead there: value`; any other text as it is. */
export function jsonLines(text: string): string {
  const whole = parse(text);
  if (whole !== undefined) return linesOf(whole, '', 0).join('\n');
  if (!/^[^\S\n]*[[{]/m.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const value = /^\s*[[{]/.test(line) ? parse(line) : undefined;
      return value === undefined ? line : linesOf(value, '', 0).join('\n');
    })
    .join('\n');
}
