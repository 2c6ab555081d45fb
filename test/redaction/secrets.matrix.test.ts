import { expect, test } from 'vitest';
import type { Json } from '../../lib/call/call';
import { redact } from '../../lib/redaction/redact';
import { type SecretKindCase, secretKinds } from '../fixtures/secretKinds';

interface Place {
  name: string;
  put: (text: string) => Json;
  /** What must not be seen there besides the secret as it is. */
  coded?: (text: string) => string;
}

const bytes = (text: string) => Buffer.from(text);
const base64 = (text: string) => bytes(text).toString('base64');
const base64url = (text: string) => bytes(text).toString('base64url');
const xml = (text: string) => (text.startsWith('<') ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));

const places: Place[] = [
  { name: 'value', put: (text) => ({ note: text }) },
  { name: 'sentence', put: (text) => ({ transcript: `The log says ${text} and more.` }) },
  { name: 'line among lines', put: (text) => ({ body: `POST /orders\nHost: x.example\n${text}\nAccept: */*` }) },
  { name: 'list, deep', put: (text) => ({ a: [[{ b: [{ c: ['x', text] }] }]] }) },
  { name: 'name of a member', put: (text) => ({ variables: { [text]: 1 } }) },
  { name: 'JSON in a text', put: (text) => ({ payload: JSON.stringify({ said: text, n: 1 }) }) },
  {
    name: 'JSON in JSON in a text',
    put: (text) => ({ payload: JSON.stringify({ in: JSON.stringify({ said: text }) }) }),
  },
  { name: 'name in JSON in a text', put: (text) => ({ payload: JSON.stringify({ [text]: true }) }) },
  { name: 'URL-encoded', put: (text) => ({ body: encodeURIComponent(text) }), coded: encodeURIComponent },
  {
    name: 'parameter of an address',
    put: (text) => ({ sent: `GET https://x.example/in?page=2&text=${encodeURIComponent(text)}&z=1` }),
    coded: encodeURIComponent,
  },
  { name: 'base64', put: (text) => ({ body: `data ${base64(text)} end` }), coded: base64 },
  { name: 'base64url', put: (text) => ({ body: base64url(text) }), coded: base64url },
  { name: 'base64 in base64', put: (text) => ({ body: base64(base64(text)) }), coded: (text) => base64(base64(text)) },
  { name: 'XML', put: (text) => ({ body: `<reply><said>${xml(text)}</said></reply>` }) },
  { name: 'command', put: (text) => ({ log: `$ echo '${text}' | tee out.txt` }) },
  { name: 'repeated', put: (text) => ({ first: text, later: [{ again: `sent ${text}` }] }) },
];

const seen = ({ text, hide }: SecretKindCase, { put, coded }: Place) => {
  const shown = JSON.stringify(redact(put(text)).value);
  // Of a coded secret the middle shows it, wherever the code's blocks begin.
  const code = coded?.(text);
  const codes = code && !hide.includes(code) ? [code] : [];
  return [...hide, ...hide.map(encodeURIComponent), ...(text === code ? [] : codes)].some((each) =>
    shown.includes(each),
  );
};

test('there are enough kinds and places', () => {
  expect(new Set(secretKinds.map(({ name }) => name)).size).toBe(secretKinds.length);
  expect(secretKinds.length).toBeGreaterThanOrEqual(65);
  expect(places.length).toBeGreaterThanOrEqual(14);
});

test.each(secretKinds)('$name is masked in every place', (kind) => {
  expect(places.filter((place) => seen(kind, place)).map(({ name }) => name)).toEqual([]);
});
