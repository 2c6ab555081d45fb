// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firefoxId } from '../../../lib/browser/firefoxId';
import { toPolicy } from '../../../lib/worker/policy/toPolicy';

type Json = Record<string, unknown>;

const doc = readFileSync('docs/ADMIN.md', 'utf8');
const id = 'abcdefghijklmnopabcdefghijklmnop';
/** The example of this kind: what stands behind the three ticks names it. */
function example(kind: string): string {
  const [, text] = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'm').exec(doc) ?? [];
  if (text === undefined) throw new Error(`There is no example of ${kind}.`);
  return text;
}
const json = (kind: string) => JSON.parse(example(`json ${kind}`)) as Json;
const at = (value: unknown, ...path: string[]) =>
  path.reduce<unknown>((inner, name) => (inner as Json)[name], value) as Json;

/** A property list as JSON. */
function plist({ nodeName, children, textContent }: Element): unknown {
  const inside = [...children];
  if (nodeName === 'array') return inside.map(plist);
  if (nodeName === 'true' || nodeName === 'false') return nodeName === 'true';
  if (nodeName !== 'dict') return textContent;
  return Object.fromEntries(
    inside.flatMap((each, index) => (each.nodeName === 'key' ? [[each.textContent, plist(inside[index + 1]!)]] : [])),
  );
}

/** The values of the extension's key in a .reg file, as Chrome reads them: a text that is JSON is what it says. */
function registry(text: string): Json {
  const [, values = ''] = text.split(`\\3rdparty\\extensions\\${id}\\policy]\n`);
  return Object.fromEntries(
    values
      .trim()
      .split('\n')
      .map((line) => {
        const [, name, number, quoted] = /^"(\w+)"=(?:dword:(\d+)|(".*"))$/.exec(line) ?? [];
        return [name, quoted ? JSON.parse(JSON.parse(quoted) as string) : Number(number) === 1];
      }),
  ) as Json;
}

function profile(text: string): Json {
  const root = new DOMParser().parseFromString(text, 'text/xml').querySelector('plist > dict')!;
  const payloads = at(plist(root), 'PayloadContent') as unknown as Json[];
  const found = payloads.find(({ PayloadType }) => PayloadType === `com.google.Chrome.extensions.${id}`)!;
  return Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('Payload')));
}

const google = () =>
  Object.fromEntries(Object.entries(json('google')).map(([name, value]) => [name, (value as Json)['Value']]));

const examples: Record<string, () => Json> = {
  Linux: () => at(json('linux'), '3rdparty', 'extensions', id),
  Windows: () => registry(example('reg')),
  macOS: () => profile(example('xml mobileconfig')),
  'Google Admin': google,
  Firefox: () => at(json('firefox'), 'policies', '3rdparty', 'Extensions', firefoxId),
};

test('the policy that shows everything is right', () => {
  const { problems, connections, sites } = toPolicy(json('policy'), {});
  expect({ problems, connections: connections.length, sites: sites.length }).toEqual({
    problems: [],
    connections: 2,
    sites: 1,
  });
});

test.each(Object.keys(examples))('the file for %s is right, and says what the others say', (name) => {
  const policy = examples[name]!();
  expect(toPolicy(policy, {}).problems).toEqual([]);
  expect(policy).toEqual(examples['Linux']!());
});
