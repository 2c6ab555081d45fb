import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LookUpAnswer } from '../../lib/call/lookUp';
import { providerById } from '../../lib/providers';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { tell } from '../e2e/helpers/tell';
import * as faults from '../harness/faults';
import { type Replica, startReplica } from '../harness/replica';
import { anyCall, anyId } from './anyCall';
import { count } from './count';
import { report } from './report';

const provider = 'highlevel';
let replica: Replica;
let browser: TestBrowser;
let control: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await openBrowser({ replica });
  control = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

/** Takes the network away, or gives it back. */
async function setOnline(online: boolean): Promise<void> {
  replica.override(provider, online ? anyCall()[provider] : faults.reset);
  await browser.worker.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { value, configurable: true });
  }, online);
}

const lookUp = (id: string) => tell(control, 'lookUp', { id, providers: [provider], request: crypto.randomUUID() });
const failures = (answer: LookUpAnswer) => ('asked' in answer ? answer.asked.map(({ failure }) => failure.code) : []);

it('looks up nothing without a network, shows what is stored, and loses nothing', { timeout: 600_000 }, async () => {
  const lookUps = count(24, 500);
  const flaps = count(3, 20);
  const { requestsPerCall } = providerById(provider);
  await setOnline(true);
  const stored = anyId[provider]!(9999);
  expect(await lookUp(stored)).toHaveProperty('found');
  let typed = 0;
  let found = 0;
  let mostAsked = 0;
  for (let flap = 0; flap < flaps; flap++) {
    const ids = Array.from({ length: Math.ceil(lookUps / flaps) }, (_, index) => anyId[provider]!(flap * 100 + index));
    await setOnline(false);
    const offline = await Promise.all(ids.map(lookUp));
    typed += offline.filter((answer) => failures(answer).join() === 'offline').length;
    expect(await lookUp(stored)).toHaveProperty('found');
    await setOnline(true);
    replica.requests.length = 0;
    const online = await Promise.all(ids.map(lookUp));
    found += online.filter((answer) => 'found' in answer).length;
    mostAsked = Math.max(mostAsked, replica.requests.length / ids.length);
  }
  const all = Math.ceil(lookUps / flaps) * flaps;
  report(
    'R8',
    'Without a network a look-up says so, and a stored call is shown; afterwards each is asked once',
    `${typed} of ${all} told as offline, ${found} of ${all} found after ${flaps} interruptions, ${mostAsked} requests each (a call takes ${requestsPerCall})`,
  );
  expect([typed, found]).toEqual([all, all]);
  expect(mostAsked).toBeLessThanOrEqual(requestsPerCall);
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
