// @vitest-environment node
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { markedNote } from '../../../lib/call/noteMark';
import { change } from '../../../lib/storage/item';
import { connectionsItem } from '../../../lib/storage/items';
import { sentNotesItem } from '../../../lib/storage/requestItems';
import { saveNote } from '../../../lib/worker/calls/saveNote';
import { contactId } from '../../harness/calls/highlevel';
import { only, reply } from '../../harness/faults';
import { type Fault, type Replica, startReplica } from '../../harness/replica';

const keys = new Map<string, string>();
// Below it is IndexedDB, which Node has not.
vi.mock('../../../lib/worker/keys/keyStore', () => ({ readKey: async (id: string) => keys.get(id) }));

const ref = (id: string, connection = 'one') => ({ provider: 'highlevel', connection, id });
const called = '673b4e1a9c0d2f5e8a7b6c01';
const other = '673b4e1a9c0d2f5e8a7b6c08';
const path = `/contacts/${contactId}/notes`;
const signal = new AbortController().signal;
const save = (id = called, connection = 'one') =>
  saveNote(ref(id, connection), markedNote('Summary: called.', id), signal);

let replica: Replica;
beforeAll(async () => void Object.assign(browser.permissions, { contains: async () => true }));
beforeEach(async () => {
  replica = await startReplica();
  const { key, baseUrl, account } = replica.of('highlevel');
  const ids = ['one', 'two'];
  for (const id of ids) keys.set(id, key);
  await change(connectionsItem, () =>
    ids.map((id) => ({ id, provider: 'highlevel', label: id, sample: false, baseUrl, account })),
  );
  return () => replica.close();
});

const asked = (method: string) => replica.requests.filter((each) => each.method === method && each.path === path);

/** The fault for what writes alone. */
const posted =
  (fault: Fault): Fault =>
  (request, response) =>
    request.method === 'POST' ? fault(request, response) : false;

/** The vendor takes the note, and its answer is lost. */
const lostAnswer = posted(async (request, response) => {
  const { baseUrl, key } = replica.of('highlevel');
  replica.override('highlevel', undefined);
  const body = await new Response(request as never).text();
  const headers = { authorization: `Bearer ${key}`, version: '2021-07-28', 'content-type': 'application/json' };
  await fetch(baseUrl + path, { method: 'POST', headers, body });
  response.destroy();
});

test('a note is written once, and with the contact of the call', async () => {
  expect(await save()).toBe('saved');
  expect(await save()).toBe('there');
  expect(asked('POST')).toHaveLength(1);
  expect(await save(other)).toBe('saved');
  expect(asked('POST')).toHaveLength(2);
});

test('of ten who ask at once, through two connections, one writes', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, (_, index) => save(called, index % 2 ? 'one' : 'two')));
  expect(all.filter((each) => each === 'saved')).toHaveLength(1);
  expect(all.filter((each) => each === 'there')).toHaveLength(9);
  expect(asked('POST')).toHaveLength(1);
});

test('a note whose answer was lost is never sent again by itself, and is found the next time', async () => {
  replica.override('highlevel', lostAnswer);
  await expect(save()).rejects.toMatchObject({ failure: { code: 'unreachable' } });
  expect(await save()).toBe('there');
  // The one that was lost, and the one that stands in for it.
  expect(asked('POST')).toHaveLength(2);
});

test('trouble at the vendor is told at once, and nothing is sent again within a minute', async () => {
  replica.override('highlevel', posted(reply(502, { message: 'Bad gateway' })));
  await expect(save()).rejects.toMatchObject({ failure: { code: 'provider-down' } });
  expect(asked('POST')).toHaveLength(1);
  replica.override('highlevel', undefined);
  expect(await save()).toBe('unsure');
  expect(await save()).toBe('unsure');
  expect(asked('POST')).toHaveLength(1);
  await change(sentNotesItem, (all) => Object.fromEntries(Object.keys(all).map((name) => [name, Date.now() - 61_000])));
  expect(await save()).toBe('saved');
});

test('what is refused may be sent again when the reason is gone', async () => {
  replica.override('highlevel', posted(reply(422, { message: ['body must be shorter'] })));
  await expect(save()).rejects.toMatchObject({ failure: { code: 'request-rejected', said: 'body must be shorter' } });
  replica.override('highlevel', undefined);
  expect(await save()).toBe('saved');
});

test.each([
  [['voice-ai-dashboard.readonly'], 'contacts.readonly', 'GET'],
  [['voice-ai-dashboard.readonly', 'contacts.readonly'], 'contacts.write', 'POST'],
])('a token of %s lacks %s', async (highlevelScopes, scope, method) => {
  await replica.close();
  replica = await startReplica({ highlevelScopes });
  const { baseUrl } = replica.of('highlevel');
  await change(connectionsItem, (all) => all.map((each) => ({ ...each, baseUrl })));
  await expect(save()).rejects.toMatchObject({ failure: { code: 'scope-missing', scope } });
  expect(replica.requests.findLast(({ path: each }) => each === path)?.method).toBe(method);
});

test('a contact that is gone is told, and nothing is written', async () => {
  replica.override(
    'highlevel',
    only(/^\/contacts\//, reply(400, { message: `Contact with id ${contactId} not found` })),
  );
  await expect(save()).rejects.toMatchObject({ failure: { code: 'not-found' } });
  expect(asked('POST')).toEqual([]);
});

test('a text without the mark of its call, or for a vendor that takes no notes, is not sent', async () => {
  await expect(saveNote(ref(called), markedNote('Summary', other), signal)).rejects.toMatchObject({
    failure: { code: 'unexpected' },
  });
  await expect(
    saveNote({ ...ref(called), provider: 'retell' }, markedNote('Summary', called), signal),
  ).rejects.toMatchObject({ failure: { code: 'unexpected' } });
  expect(asked('POST')).toEqual([]);
});
