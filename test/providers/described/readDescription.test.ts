// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describedProvider } from '../../../lib/providers/described/describedProvider';
import { readDescription } from '../../../lib/providers/described/readDescription';
import { Description } from '../../../lib/providers/described/schema';
import { z } from '../../../lib/zod';

const example = JSON.parse(readFileSync('docs/providers/internal-example.json', 'utf8')) as Record<string, never>;
const problemsOf = (members: object) => {
  const found = readDescription(JSON.stringify({ ...example, ...members }));
  return 'problems' in found ? found.problems : [];
};

test('the published schema is the one that is checked', async () => {
  const schema = { title: 'A provider, described', ...z.toJSONSchema(Description, { io: 'input' }) };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/described-provider.schema.json');
});

test.each(readdirSync('docs/providers'))('%s is a description', (name) => {
  const found = readDescription(readFileSync(`docs/providers/${name}`, 'utf8'));
  expect(found).toHaveProperty('description');
});

describe('what is wrong is said in words', () => {
  test.each<[string, object, string]>([
    ['nothing of it', { regions: undefined }, '/regions: This is missing.'],
    ['a number for a name', { name: 7 }, '/name: This must be a text.'],
    [
      'an ID with a space',
      { id: 'acme voice' },
      '/id: This must be 2 to 40 lower-case letters, digits and hyphens, a letter first.',
    ],
    [
      'plain http',
      { regions: [{ baseUrl: 'http://voice.example.com' }] },
      '/regions/0/baseUrl: This must begin with https:// (or http:// on this machine), and have no query and no slash at its end.',
    ],
    ['a script', { keyPage: 'javascript:alert(1)' }, '/keyPage: This must be an address that begins with https://.'],
    [
      'a cookie',
      { auth: { header: 'Cookie' } },
      '/auth/header: This cannot be the name of the header that takes the key.',
    ],
    [
      'a header without the key',
      { auth: { value: 'Bearer' } },
      '/auth/value: This must hold {key} once, where the key goes.',
    ],
    [
      'a slow pattern',
      { ids: [{ kind: 'bare', pattern: '(a+)+' }] },
      '/ids/0/pattern: This expression is wrong, matches nothing at all, or would be slow: no group that repeats, no look-around, few open ends.',
    ],
    [
      'a way around the prefix',
      { ids: [{ kind: 'prefix', prefix: 'av_', pattern: 'av_a|b' }] },
      '/ids/0/pattern: This must begin with the prefix, and have no alternatives.',
    ],
    [
      'a path that leaves',
      { get: { path: '/a/../{id}' } },
      '/get/path: This must be a path that begins with a slash, without query and dots, e.g. /calls/{id}.',
    ],
    [
      'another host',
      { get: { path: '//evil.example/{id}' } },
      '/get/path: This must be a path that begins with a slash, without query and dots, e.g. /calls/{id}.',
    ],
    ['no place for the ID', { get: { path: '/calls' } }, '/get: Say where the ID of the call goes: {id}.'],
    [
      'a verb that changes things',
      { get: { method: 'DELETE', path: '/calls/{id}' } },
      '/get/method: This must be one of: GET, POST.',
    ],
    [
      'no pointer',
      { fields: { id: 'call.id' } },
      '/fields/id: This must be a JSON pointer, e.g. /call/status, or a list of them.',
    ],
    ['an unknown field', { fields: { id: '/id', mood: '/mood' } }, '/fields: These members are not known: mood.'],
    [
      'an unknown kind',
      { words: { status: { DONE: 'finished' } } },
      '/words/status/DONE: This must be one of: in-progress, completed, no-answer, busy, voicemail, canceled, failed, unknown.',
    ],
    [
      'a key that goes along',
      { auth: { header: 'x-api-key', value: '{key}' }, recording: { path: '/a/{id}', mayRedirect: true } },
      '/recording/mayRedirect: A key in another header than authorization would go along to the other host.',
    ],
  ])('%s', (_, members, problem) => expect(problemsOf(members)).toEqual([problem]));

  test('of something else altogether', () => {
    expect(readDescription('{"a":')).toEqual({ problems: ['This is no JSON. Check its commas, quotes and brackets.'] });
    expect(readDescription('[]')).toEqual({ problems: ['The whole file: This must be an object.'] });
    const many = readDescription('{}');
    expect('problems' in many && many.problems).toContain('/id: This is missing.');
  });
});

test('a key goes into its header as it is, and nowhere else', () => {
  const found = readDescription(JSON.stringify({ ...example, auth: { header: 'X-Key', value: 'Token {key};' } }));
  if (!('description' in found)) throw new Error(JSON.stringify(found));
  expect(describedProvider(found.description).authorize('$&a')).toEqual({ 'x-key': 'Token $&a;' });
});
