// @vitest-environment node
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as faults from '../../harness/faults';
import type { Fault } from '../../harness/replica';
import { CallFailure, type Failure } from '../../../lib/errors';
import { getJson } from '../../../lib/worker/requests/http';
import { budgetOf } from '../../../lib/worker/requests/limiter';
import { networkTime } from '../../../lib/worker/requests/networkTime';

let server: Server;
let fault: Fault = faults.reply(200, { ok: true });
let hits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits++;
    void fault(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls?secret=query`;

let budgets = 0;
const limits = { concurrency: 10, requests: 1000, interval: 200 };

async function get(
  next: Fault,
  { patience = Infinity, ...rest }: Partial<Parameters<typeof getJson>[0]> & { patience?: number } = {},
) {
  fault = next;
  hits = 0;
  const signal = new AbortController().signal;
  const { send, heed } = await budgetOf(`budget ${budgets++}`, { id: 'dialnexa', name: 'DialNexa', limits });
  const turn = { signal, connection: 'c', unprompted: false, begun: false, patience };
  return getJson({
    method: 'GET',
    url: new URL(address()),
    headers: { authorization: 'Bearer key-that-must-not-leak' },
    signal,
    line: { heed, send: (work) => send(work, turn) },
    explain: () => undefined,
    ...rest,
  });
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(CallFailure);
    const text = JSON.stringify((error as CallFailure).failure) + String(error);
    expect(text).not.toContain('key-that-must-not-leak');
    expect(text).not.toContain('secret=query');
    return (error as CallFailure).failure;
  }
  throw new Error('It did not fail.');
}

describe('what a reply becomes', () => {
  it('is parsed JSON when all is well', async () => {
    expect(await get(faults.reply(200, { ok: true }))).toEqual({ ok: true });
    expect(hits).toBe(1);
  });

  it.each<[string, Fault, Failure['code'], number]>([
    ['a wrong key', faults.wrongKey('dialnexa'), 'key-rejected', 1],
    ['an unpaid account', faults.paymentRequired('dialnexa'), 'payment-required', 1],
    ['no access', faults.noAccess('dialnexa'), 'no-access', 1],
    ['an unknown call', faults.notFound('dialnexa'), 'not-found', 1],
    ['a request the vendor refuses', faults.unprocessable, 'request-rejected', 1],
    ['too many requests, again and again', faults.rateLimited('dialnexa'), 'rate-limited', 3],
    ['too many requests, for no time, again and again', faults.rateLimited('dialnexa', '0'), 'rate-limited', 3],
    ['trouble at the vendor', faults.serverError('dialnexa'), 'provider-down', 3],
    ['HTML with a failure', faults.html, 'provider-down', 3],
    ['HTML with 200', faults.htmlWith200, 'html', 1],
    ['invalid JSON', faults.invalidJson, 'not-json', 1],
    ['an empty body', faults.emptyBody, 'empty-body', 1],
    ['a reply cut off', faults.cutOff, 'cut-off', 1],
    ['JSON that ends too early', faults.reply(200, '{"id": "call_'), 'cut-off', 1],
    ['60 MB with a length', faults.huge(), 'too-large', 1],
    ['60 MB without a length', faults.huge(false), 'too-large', 1],
    ['JSON nested 10,000 deep', faults.deeplyNested, 'too-deep', 1],
    ['a closed connection', faults.reset, 'unreachable', 3],
  ])('is a failure for %s', async (_, next, code, requests) => {
    expect((await failureOf(get(next))).code).toBe(code);
    expect(hits).toBe(requests);
  });

  it('is a failure for a redirect, which might carry the key to another host', async () => {
    const redirect = faults.reply(302, {}, { location: 'http://127.0.0.1:9/' });
    expect((await failureOf(get(redirect))).code).toBe('unreachable');
  });

  it('is a failure in time when nothing or too little comes', async () => {
    expect((await failureOf(get(faults.hang, { time: networkTime(300) }))).code).toBe('timed-out');
    expect((await failureOf(get(faults.drip(20), { time: networkTime(300) }))).code).toBe('timed-out');
  });

  it('is given up when the user cancels', async () => {
    const abort = new AbortController();
    const request = failureOf(get(faults.hang, { signal: abort.signal }));
    setTimeout(() => abort.abort(), 100);
    expect((await request).code).toBe('canceled');
  });

  it('is tried again when trouble passes', async () => {
    const passing = faults.first(1, faults.serverError('dialnexa'));
    const next: Fault = async (request, response) => {
      if ((await passing(request, response)) === false) await faults.reply(200, { ok: true })(request, response);
    };
    expect(await get(next)).toEqual({ ok: true });
    expect(hits).toBe(2);
  });

  it('says when to come back', async () => {
    const before = Date.now();
    const { retryAt, status } = await failureOf(get(faults.rateLimited('dialnexa', '90'), { once: true }));
    expect(status).toBe(429);
    expect(Date.parse(retryAt ?? '')).toBeGreaterThanOrEqual(before + 90_000);
  });

  it('is what the vendor’s own words mean, where they say something', async () => {
    const explain = (status: number, body: unknown): Failure => ({
      code: 'scope-missing',
      said: `${status} ${(body as { message: string }).message}`,
    });
    const failure = await failureOf(get(faults.missingScope, { explain }));
    expect(failure).toMatchObject({
      code: 'scope-missing',
      status: 401,
      said: '401 The token is not authorized for this scope.',
    });
  });

  it('keeps __proto__ as data', async () => {
    const body = (await get(faults.prototypeKeys)) as object;
    expect(Object.hasOwn(body, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
