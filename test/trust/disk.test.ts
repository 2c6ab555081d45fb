import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { lookUp } from '../harness/steps';
import { type Replica, startReplica } from '../harness/replica';
import { wav } from '../harness/wav';
import { report } from './report';
import { readProfile } from './profileScan';

const id = '673b4e1a9c0d2f5e8a7b6c01';

let profile: string;
let replica: Replica;
let browser: TestBrowser;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  replica = await startReplica();
  browser = await openBrowser({ replica, profile });
});
afterAll(async () => {
  await browser?.close();
  await replica.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Where in the profile something stands, as UTF-8, UTF-16 or bytes. */
async function whereIs(what: string | Buffer): Promise<string[]> {
  const forms = typeof what === 'string' ? [Buffer.from(what), Buffer.from(what, 'utf16le')] : [what];
  const files = await readProfile(profile);
  return files.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ path }) => path);
}

it('of a call that was read, heard and noted, nothing is on disk', async () => {
  const popup = await browser.popup();
  await lookUp(popup, id);
  const call = popup.getByRole('article', { name: `Call ${id}` });
  await call.getByRole('button', { name: 'Open recording' }).click();
  await expect.poll(() => popup.evaluate(() => document.querySelector('audio')?.duration)).toBeCloseTo(4);
  const turn = await call.getByRole('list', { name: 'Transcript' }).getByRole('listitem').first().innerText();
  const said = turn.split('\n').find((line) => line.length > 25)!;
  const agent = (await call.locator('dt', { hasText: 'Agent' }).locator('+ dd > bdi').textContent())!;
  expect(agent).not.toBe('');
  const note = 'Promised a callback by Q7XK4 on Monday';
  await call.getByRole('button', { name: 'Add a note' }).click();
  await call.getByRole('textbox', { name: 'Your note' }).fill(note);
  await call.getByRole('textbox', { name: 'Your note' }).blur();
  // A file of random bytes each.
  await expect.poll(() => whereIs('stored-reviews').then((places) => places.length)).toBeGreaterThan(0);
  const secrets = { id, note, said, agent, sound: wav().subarray(10_000, 10_200) };
  const found = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(secrets).map(async ([name, what]) => [name, await whereIs(what)])),
    );

  const judge = async (when: string) => {
    const places = await found();
    report('R13', 'Nothing of a call is on disk, nor what was noted about it', `${when}: ${JSON.stringify(places)}`);
    expect(places).toEqual({ id: [], note: [], said: [], agent: [], sound: [] });
  };
  await judge('shown and heard');
  await browser.close();
  await judge('browser closed');
  // All the same it was written: it is there again.
  browser = await openBrowser({ profile });
  const again = await browser.popup();
  const recent = again.getByRole('list', { name: 'Recent calls' });
  await recent.getByRole('button', { name: new RegExp(`^${id}`) }).click();
  const kept = again.getByRole('textbox', { name: 'Your note' });
  expect(await kept.inputValue()).toBe(note);
});
