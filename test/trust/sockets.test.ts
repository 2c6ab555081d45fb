import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../e2e/helpers/browser';
import { send } from '../e2e/helpers/tell';
import { drip, hang, reset } from '../harness/faults';
import { type Fault, type Replica, startReplica } from '../harness/replica';
import { anyId } from './anyCall';
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
  browser = await openBrowser({ replica });
  options = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
});

/** Each at a provider of its own, so that none waits for the connections of another. */
const kinds: [what: string, provider: string, fault: Fault, many: number][] = [
  ['never answer', 'omnidimension', hang, count(3, 120)],
  ['drip', 'dialnexa', drip(500), count(3, 120)],
  ['reset', 'highlevel', reset, count(5, 200)],
];

it.concurrent.for(kinds)(
  'sockets that %s end in a typed error',
  { timeout: 60 * 60_000 },
  async ([what, provider, fault, many], { expect, task }) => {
    const ids = Array.from({ length: many }, (_, index) => anyId[provider]!(index));
    const first = new Map<string, number>();
    replica.override(provider, (request, response) => {
      const id = ids.find((each) => request.url?.includes(each));
      if (id && !first.has(id)) first.set(id, Date.now());
      return fault(request, response);
    });
    const lookUp = async (id: string) => {
      const message = { name: 'lookUp', payload: { id, providers: [provider], request: id } };
      let answer = await send(options, message);
      while (answer && 'waiting' in answer) answer = await send(options, message);
      const took = Date.now() - (first.get(id) ?? 0);
      return { took, isTyped: /"code":"(timed-out|unreachable|cut-off)"/.test(JSON.stringify(answer ?? '')) };
    };
    const ended = await Promise.all(ids.map(lookUp));
    const slowest = Math.max(...ended.map(({ took }) => took));
    const typed = ended.filter(({ isTyped }) => isTyped).length;
    report(
      'R7',
      `Sockets that ${what}: every look-up ends typed within 25 s of its first request`,
      `${typed} of ${many} typed, the slowest after ${(slowest / 1000).toFixed(1)} s`,
      task.name,
    );
    expect(typed).toBe(many);
    expect(slowest).toBeLessThan(longest);
    expect(browser.problems).toEqual([]);
  },
);
