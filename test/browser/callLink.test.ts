import { expect, test } from 'vitest';
import { linkTo, readLink } from '../../lib/browser/callLink';

const hashOf = (link: string) => new URL(link).hash;

test.each([
  [{ provider: 'omnidimension', id: '50958' }, undefined],
  [{ provider: 'dialnexa', id: 'call/ä #1' }, undefined],
  [
    { provider: 'dialnexa', id: 'vs' },
    { provider: 'vs', id: 'a/b' },
  ],
])('a link to %o beside %o is read as it was written', (call, other) => {
  expect(readLink(hashOf(linkTo(call, other)))).toEqual(other ? { ...call, other } : call);
});

test.each(['', '#', '#/dialnexa', '#/dialnexa/', '#/a/b/vs/c', '#/a/b/with/c/d', '#/a/%E0%A4%A', '#/a/b/vs/c/%'])(
  '%s names no call',
  (hash) => expect(readLink(hash)).toBeUndefined(),
);
