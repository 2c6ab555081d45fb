import type { Call } from '../call/call';
import { sameValue } from './compareRecord';
import { factText, fieldKeys, fieldOf } from '../export/fields';
import type { Names } from '../export';

/** One line of two calls side by side; a value is `undefined` where the call states none. */
export interface ComparisonRow {
  key: string;
  label: string;
  values: [string | undefined, string | undefined];
  differs: boolean;
}

/** What every two calls differ in. */
const ownFields = new Set(['callId', 'connection']);

/**
 * Two calls field by field: the fields either states, in their usual order, then the extracted facts by name, the first call's
 * before those of the second alone. Facts are the same when they mean the same: see `sameValue`.
 */
export function compareCalls([a, b]: [Call, Call], [namesA, namesB]: [Names, Names]): ComparisonRow[] {
  const fields = fieldKeys
    .filter((key) => !ownFields.has(key))
    .flatMap((key) => {
      const [left, right] = [fieldOf(key, a, namesA), fieldOf(key, b, namesB)];
      const label = left?.label ?? right?.label;
      if (label === undefined) return [];
      return [
        {
          key,
          label,
          values: [left?.value, right?.value] as ComparisonRow['values'],
          differs: left?.value !== right?.value,
        },
      ];
    });
  const [learnedByA, learnedByB] = [textsByName(a), textsByName(b)];
  const facts = [...new Set([...learnedByA.keys(), ...learnedByB.keys()])].map((name) => {
    const values: ComparisonRow['values'] = [learnedByA.get(name), learnedByB.get(name)];
    const [left, right] = values;
    const same = left !== undefined && right !== undefined && (left === right || sameValue(left, right));
    return { key: `fact ${name}`, label: name, values, differs: !same };
  });
  return [...fields, ...facts];
}

/** What was extracted, by name; the first of those of one name. */
function textsByName({ extracted }: Call): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { name, value, absent } of extracted) {
    if (!absent && !texts.has(name)) texts.set(name, factText(value, absent));
  }
  return texts;
}
