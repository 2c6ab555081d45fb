import { i18n } from '#i18n';
import { child } from '../../call/jsonPointer';
import { z } from '../../zod';

const types: Record<string, () => string> = {
  string: () => i18n.t('description.text'),
  number: () => i18n.t('description.number'),
  int: () => i18n.t('description.number'),
  array: () => i18n.t('description.list'),
  object: () => i18n.t('description.object'),
  record: () => i18n.t('description.object'),
  boolean: () => i18n.t('description.flag'),
};

/** What is wrong with one value, where its schema has no sentence of its own. */
export function whatIsWrong(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return i18n.t('description.missing');
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected]?.() ?? i18n.t('description.other');
    case 'unrecognized_keys':
      return i18n.t('description.unknown', { names: issue.keys.slice(0, 5).join(', ') });
    case 'too_small':
      return i18n.t('description.tooLittle', { least: String(issue.minimum) });
    case 'too_big':
      return i18n.t('description.tooMuch', { most: String(issue.maximum) });
    case 'invalid_value':
      return i18n.t('description.oneOf', { words: issue.values.map(String).join(', ') });
    default:
      return i18n.t('description.other');
  }
}

/** The sentence about a value, with its place as a JSON pointer, which may be the whole file. */
export const problemAt = (path: PropertyKey[], problem: string): string =>
  i18n.t('description.problem', {
    place: path.map(String).reduce(child, '') || i18n.t('description.whole'),
    problem,
  });
