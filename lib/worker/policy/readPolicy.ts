import { i18n } from '#i18n';
import { problemAt, whatIsWrong } from '../../providers/described/whatIsWrong';
import { z } from '../../zod';
import { PolicyFile } from './schema';

const members: Record<string, z.ZodOptional<z.ZodType>> = PolicyFile.shape;

/** A policy as far as it is right, and what is wrong with the rest: a sentence each, with the place as a JSON pointer. */
export function readPolicy(raw: Record<string, unknown>): { policy: PolicyFile; problems: string[] } {
  const problems: string[] = [];
  const policy: Record<string, unknown> = {};
  /** The value, if it is right. A wrong one costs itself. */
  const read = (schema: z.ZodType, value: unknown, path: PropertyKey[]): unknown[] => {
    const { success, data, error } = schema.safeParse(value, { error: whatIsWrong });
    if (success) return [data];
    for (const each of error.issues) problems.push(problemAt([...path, ...each.path], each.message));
    return [];
  };
  for (const [name, value] of Object.entries(raw)) {
    const schema = Object.hasOwn(members, name) && members[name]?.unwrap();
    if (!schema) problems.push(problemAt([], i18n.t('description.unknown', { names: name })));
    else if (schema instanceof z.ZodArray && Array.isArray(value))
      policy[name] = value.flatMap((each, index) => read(schema.element as z.ZodType, each, [name, index]));
    else [policy[name]] = read(schema, value, [name]);
  }
  return { policy: policy as PolicyFile, problems };
}
