// @vitest-environment node
import { expect, test } from 'vitest';
import { PolicyFile } from '../../../lib/worker/policy/schema';
import { z } from '../../../lib/zod';

type Schema = z.core.JSONSchema.JSONSchema;

const text: Schema = { type: 'string' };

/**
 * What Chrome is told of the shape: types alone. It drops a member whole, and tells nobody but chrome://policy, whose value or length is
 * not as it was told, and members of an object that it was not told of: as texts, they reach the extension, which says what is wrong.
 */
function typesOf(
  { type, description, properties = {}, items, oneOf, additionalProperties }: Schema,
  top = false,
): Schema {
  if (oneOf)
    return typesOf(
      Object.assign({}, ...oneOf, {
        properties: Object.assign({}, ...oneOf.map((each) => (each as Schema).properties)),
      }) as Schema,
    );
  const told = { type, ...(description && { description }) };
  if (type === 'array') return { ...told, items: typesOf(items as Schema) };
  if (type !== 'object') return told;
  const inside = Object.entries(properties).map(([name, each]) => [name, typesOf(each as Schema)]);
  return {
    ...told,
    ...(inside.length > 0 && { properties: Object.fromEntries(inside) as Schema['properties'] }),
    ...(!top && additionalProperties !== undefined && { additionalProperties: text }),
  };
}

const whole = z.toJSONSchema(PolicyFile, { io: 'input' });
const written = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;

test('the published schema is the one that is checked', async () => {
  await expect(written({ title: 'A policy', ...whole })).toMatchFileSnapshot('../../../docs/policy.schema.json');
});

test('what Chrome checks is its types', async () => {
  await expect(written(typesOf(whole, true))).toMatchFileSnapshot('../../../public/managed-schema.json');
});
