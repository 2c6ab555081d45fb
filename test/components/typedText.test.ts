import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
/** Elements that text is typed into, with their attributes. */
const fields = files.flatMap((name) =>
  [...readFileSync(`components/${name}`, 'utf8').matchAll(/<(?:textarea|input)\b[\s\S]*?\/>/g)]
    .map(([element]) => element)
    .filter((element) => !/\breadOnly\b|type="(?:checkbox|radio|file|range)"/.test(element))
    .map((element) => [name, element] as const),
);

it('there are such fields', () => expect(fields.length).toBeGreaterThan(5));

// Browsers write what is typed into the fields of a tab to disk, to restore it.
it.each(fields)('%s: what is typed is not kept with the tab', (_, element) =>
  expect(element).toContain('autoComplete="off"'),
);
