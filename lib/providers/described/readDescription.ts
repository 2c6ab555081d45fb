import { i18n } from '#i18n';
import { Description } from './schema';
import { problemAt, whatIsWrong } from './whatIsWrong';

/** So many are told: with more wrong, the file was written for something else. */
const mostProblems = 8;

/** A file's description of a provider, or what is wrong with it: a sentence each, with the place as a JSON pointer. */
export function readDescription(text: string): { description: Description } | { problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: [i18n.t('description.notJson')] };
  }
  const { data, error } = Description.safeParse(value, { error: whatIsWrong });
  if (data) return { description: data };
  const told = error.issues.slice(0, mostProblems).map(({ path, message }) => problemAt(path, message));
  const left = error.issues.length - told.length;
  return { problems: left > 0 ? [...told, i18n.t('description.more', left, [String(left)])] : told };
}
