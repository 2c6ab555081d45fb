import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { send } from '../e2e/helpers/tell';
import { drip, hang, reset } from '../harness/faults';
import { type Fault, type Replica, startReplica } from '../harness/replica';
import { count } from './count';
import { report } from './report';

// Fails with `most` of lib/worker/requests/networkTime.ts beyond 25 s.

/** Milliseconds from the first request of a look-up to its end. */
const longest = 25_000;

let replica: Replica;
let browser: TestBrowser;
let options: Page;

beforeAll(async () => {
  replica = await startReplica();
  replica.override('omnidimension', fault);
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

const kinds: [what: string, fault: Fault, many: number][] = [
  ['never answer', hang, count(2, 120)],
  ['drip', drip(500), count(1, 120)],
  ['reset', reset, count(5, 200)],
];

/** Each kind has a thousand IDs. */
const firstId = 7_200_000;
/** When each ID was asked about first. */
const first = new Map<string, number>();

const fault: Fault = (request, response) => {
  const id = /\/logs\/(\d+)/.exec(request.url ?? '')?.[1];
  if (!id) return false;
  if (!first.has(id)) first.set(id, Date.now());
  return kinds[Math.floor((Number(id) - firstId) / 1000)]![1](request, response);
};

it.concurrent.each(kinds)('sockets that %s end in a typed error', { timeout: 60 * 60_000 }, async (what, _, many) => {
  const ids = firstId + kinds.findIndex(([each]) => each === what) * 1000;
  const lookUp = async (id: string) => {
    const message = { name: 'lookUp', payload: { id, provider: 'omnidimension', request: id } };
    let answer = await send(options, message);
    while (answer && 'waiting' in answer) answer = await send(options, message);
    const took = Date.now() - (first.get(id) ?? 0);
    return { took, isTyped: /"code":"(timed-out|unreachable|cut-off)"/.test(JSON.stringify(answer ?? '')) };
  };
  const ended = await Promise.all(Array.from({ length: many }, (_each, index) => lookUp(String(ids + index))));
  const slowest = Math.max(...ended.map(({ took }) => took));
  const typed = ended.filter(({ isTyped }) => isTyped).length;
  report(
    'R7',
    `Sockets that ${what}: every look-up ends typed within 25 s of its first request`,
    `${typed} of ${many} typed, the slowest after ${(slowest / 1000).toFixed(1)} s`,
  );
  expect(typed).toBe(many);
  expect(slowest).toBeLessThan(longest);
  expect(browser.problems).toEqual([]);
});
