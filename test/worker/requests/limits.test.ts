// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Connection } from '../../../lib/call/connection';
import { strictly } from '../../harness/strictly';

// Below it is IndexedDB, which Node has not.
vi.mock('../../../lib/worker/keys/keyStore', () => ({ readKey: async (id: string) => keys.get(id) ?? 'key' }));

const keys = new Map<string, string>();
const start = Date.parse('2026-03-01T10:00:00Z');
const second = 1000;
const minute = 60 * second;

/** When each request reached the provider, in milliseconds from the start, and its path. */
let arrived: { at: number; path: string }[] = [];
let reply: (path: string) => Response | Promise<Response>;
const ok = () => Response.json({ ok: true });
const refused = (retryAfter?: string) =>
  new Response('{"message":"Too many requests"}', {
    status: 429,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  });

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
  vi.resetModules();
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  arrived = [];
  reply = ok;
  vi.stubGlobal('fetch', async (asked: URL | Request) => {
    const { pathname: path } = new URL(asked instanceof Request ? asked.url : asked);
    arrived.push({ at: Date.now() - start, path });
    return reply(path);
  });
});
afterEach(() => vi.useRealTimers());

const connection = (provider: string, id: string = provider): Connection => ({
  provider,
  id,
  label: id,
  sample: false,
  account: { locationId: 'LOC1' },
});

/** Stops the worker, whatever it is doing, and starts another. */
async function worker() {
  vi.clearAllTimers();
  vi.resetModules();
  const { apiOf } = await import('../../../lib/worker/requests/api');
  const { endRequests } = await import('../../../lib/worker/requests/ends');
  return {
    /** One look-up that asks for these paths one after the other. */
    async lookUp(of: Connection, ...paths: string[]) {
      const api = apiOf(of, { signal: new AbortController().signal });
      for (const path of paths) await api.get(path);
    },
    end: endRequests,
    unprompted: (of: Connection, path: string) =>
      apiOf(of, { signal: new AbortController().signal, onRequest: () => {} }).get(path),
  };
}

/** Lets the time pass, with everything that happens in it: digests of keys are made beside the timers. */
async function pass(milliseconds: number): Promise<void> {
  const step = Math.max(20, milliseconds / 1000);
  for (let passed = 0; passed < milliseconds; passed += step) {
    await crypto.subtle.digest('SHA-256', new Uint8Array());
    await new Promise((done) => setImmediate(done));
    await vi.advanceTimersByTimeAsync(Math.min(step, milliseconds - passed));
  }
}
const all = (work: Promise<unknown>[]) => Promise.allSettled(work);
const times = () => arrived.map(({ at }) => at);

describe('what a provider asks for', () => {
  it('also holds what waited in line already', async () => {
    reply = () => (arrived.length === 1 ? refused('60') : ok());
    const { lookUp } = await worker();
    const rows = all(Array.from({ length: 40 }, (_, row) => lookUp(connection('omnidimension'), `/${row}`)));
    await pass(59 * second);
    // Those that were under way with it had left already.
    expect(arrived.length).toBeLessThanOrEqual(3);
    await pass(minute);
    expect((await rows).map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 'fulfilled'));
    expect(times().filter((at) => at > 0 && at < minute)).toEqual([]);
  });

  it.each([
    ['seconds', '2', 2 * second],
    ['a part of a second', '1.5', 1.5 * second],
    ['minutes', '300', 5 * minute],
    ['30 digits, as an hour', '9'.repeat(30), 60 * minute],
    ['31 years, as an hour', '999999999', 60 * minute],
    ['a negative number, as the interval of its limit', '-3', minute],
    ['nothing, as the interval of its limit', undefined, minute],
  ])('is waited for to the millisecond: %s', async (_, value, wait) => {
    reply = () => (arrived.length === 1 ? refused(value) : ok());
    const { lookUp } = await worker();
    const row = lookUp(connection('omnidimension'), '/1');
    await pass(20);
    await pass(wait);
    await row;
    expect(times()[1]! - times()[0]!).toBe(wait);
  });

  it('is waited for until a date', async () => {
    reply = () => (arrived.length === 1 ? refused('Sun, 01 Mar 2026 10:00:03 GMT') : ok());
    const { lookUp } = await worker();
    const row = lookUp(connection('omnidimension'), '/1');
    await pass(3 * second);
    await row;
    expect(times()[1]).toBe(3 * second);
  });

  it('is heeded for a 503 as for a 429', async () => {
    reply = () => (arrived.length === 1 ? new Response('', { status: 503, headers: { 'retry-after': '2' } }) : ok());
    const { lookUp } = await worker();
    const row = lookUp(connection('omnidimension'), '/1');
    await pass(minute);
    await row;
    expect(times()[1]! - times()[0]!).toBe(2 * second);
  });

  it('is remembered for every provider that asks at the same moment, also over the end of the worker', async () => {
    const three = ['omnidimension', 'dialnexa', 'highlevel'].map((each) => connection(each));
    reply = () => refused('90');
    const { unprompted } = await worker();
    void all(three.map((each) => unprompted(each, '/1')));
    await pass(second);
    expect(arrived).toHaveLength(3);
    reply = ok;
    const { lookUp } = await worker();
    const rows = all(three.map((each) => lookUp(each, '/1')));
    await pass(88 * second);
    expect(arrived).toHaveLength(3);
    await pass(2 * second);
    await rows;
    expect(times().slice(3)).toEqual([90 * second, 90 * second, 90 * second]);
  });

  it('is given up after two more refusals, saying until when', async () => {
    reply = () => refused('10');
    const { lookUp } = await worker();
    const row = lookUp(connection('omnidimension'), '/1').catch((error) => error.failure);
    await pass(minute);
    const begin = times()[0]!;
    const retryAt = new Date(start + begin + 30 * second).toISOString();
    expect(await row).toMatchObject({ code: 'rate-limited', status: 429, retryAt });
    expect(times()).toEqual([begin, begin + 10 * second, begin + 20 * second]);
  });

  it('leaves others with another key alone', async () => {
    keys.set('other', 'other key');
    reply = () => (arrived.length === 1 ? refused('60') : ok());
    const { lookUp } = await worker();
    void lookUp(connection('dialnexa'), '/1');
    await pass(second);
    const row = lookUp(connection('dialnexa', 'other'), '/2');
    await pass(second);
    await row;
    expect(arrived.map(({ path }) => path)).toEqual(['/1', '/2']);
  });
});

describe('a provider strict at its own numbers refuses nothing', () => {
  let refusals: () => number;
  /** The provider's own server, strict at its own numbers; each reply takes as long as replies do. */
  const serve = async (provider: string) => {
    const { providerById } = await import('../../../lib/providers');
    const server = strictly(providerById(provider).limits);
    refusals = () => server.refused;
    reply = async () => {
      const wait = server.ask();
      await new Promise((done) => setTimeout(done, 20 + ((arrived.length * 37) % 160)));
      return wait === undefined ? ok() : refused(String(wait));
    };
  };

  it.each([
    ['omnidimension', 1],
    ['dialnexa', 2],
    ['highlevel', 3],
  ])('%s: a call at the end of one window, 90 at the beginning of the next', async (provider, requests) => {
    await serve(provider);
    const { providerById } = await import('../../../lib/providers');
    const { interval } = providerById(provider).limits;
    const { lookUp } = await worker();
    const paths = (row: number) => Array.from({ length: requests }, (_, index) => `/${row}/${index}`);
    const first = lookUp(connection(provider), ...paths(0));
    await pass(0.85 * interval);
    const rows = all(Array.from({ length: 90 }, (_, row) => lookUp(connection(provider), ...paths(row + 1))));
    await pass(20 * interval);
    await first;
    expect((await rows).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(arrived).toHaveLength(91 * requests);
    expect(refusals()).toBe(0);
  });

  it('when its worker is stopped on the way, with requests under way', async () => {
    await serve('dialnexa');
    for (let round = 0; round < 5; round++) {
      const { lookUp } = await worker();
      void all(Array.from({ length: 60 }, (_, row) => lookUp(connection('dialnexa'), `/${round}/${row}`)));
      await pass(2 * second);
    }
    await pass(5 * minute);
    expect(arrived.length).toBeGreaterThan(120);
    expect(refusals()).toBe(0);
  });

  it('when two connections hold one key', async () => {
    await serve('dialnexa');
    const { lookUp } = await worker();
    const both = [connection('dialnexa', 'one'), connection('dialnexa', 'two')];
    const rows = all(Array.from({ length: 120 }, (_, row) => lookUp(both[row % 2]!, `/${row}`, `/${row}/details`)));
    await pass(5 * minute);
    expect((await rows).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(refusals()).toBe(0);
  });

  it('when replies fail and are asked for again', async () => {
    await serve('highlevel');
    const strict = reply;
    reply = async (path) => {
      const answer = await strict(path);
      return answer.ok && arrived.length % 3 === 0 ? new Response('', { status: 500 }) : answer;
    };
    const { lookUp } = await worker();
    void all(Array.from({ length: 120 }, (_, row) => lookUp(connection('highlevel'), `/${row}`)));
    await pass(5 * minute);
    expect(arrived.length).toBeGreaterThan(150);
    expect(refusals()).toBe(0);
  });
});

describe('the order', () => {
  const slowly = async () => {
    await new Promise((done) => setTimeout(done, 100));
    return ok();
  };

  it('completes a call that has begun before another begins: a pasted column fills row by row', async () => {
    reply = slowly;
    const { lookUp } = await worker();
    const done: number[] = [];
    const rows = all(
      Array.from({ length: 100 }, async (_, row) => {
        await lookUp(connection('dialnexa'), `/${row}`, `/${row}/details`);
        done.push(row);
      }),
    );
    await pass(10 * second);
    // Four are under way, and more may begin while these are. First in, first out would have all hundred begin.
    expect(arrived.length).toBe(120);
    expect(done.length).toBeGreaterThanOrEqual(60 - 16);
    await pass(5 * minute);
    await rows;
    expect(done).toHaveLength(100);
    const open = arrived.map((_, at) => {
      const completed = arrived.slice(0, at + 1).filter(({ path }) => path.endsWith('/details')).length;
      return at + 1 - 2 * completed;
    });
    expect(Math.max(...open)).toBeLessThanOrEqual(16);
  });

  it('lets whatever the user waits for go before what a page asks by itself', async () => {
    reply = slowly;
    const { lookUp, unprompted } = await worker();
    const pages = Array.from({ length: 20 }, (_, index) => unprompted(connection('dialnexa'), `/page/${index}`));
    await pass(10);
    const users = Array.from({ length: 4 }, (_, index) => lookUp(connection('dialnexa'), `/user/${index}`));
    await pass(minute);
    await all([...pages, ...users]);
    const order = arrived.map(({ path }) => path);
    expect(order.slice(4, 8).every((path) => path.startsWith('/user/'))).toBe(true);
    expect(order).toHaveLength(24);
  });
});

describe('one key at one origin', () => {
  it('has one budget, however the address is spelled', async () => {
    keys.set('one', 'shared').set('two', 'shared');
    const { lookUp } = await worker();
    const addresses = ['https://gateway.example/omni', 'https://gateway.example/omni/v1', 'https://gateway.example'];
    const of = (at: number) => ({
      ...connection('omnidimension', at % 2 ? 'one' : 'two'),
      baseUrl: addresses[at % 3]!,
    });
    void all(Array.from({ length: 60 }, (_, at) => lookUp(of(at), `/${at}`)));
    await pass(2 * second);
    expect(arrived).toHaveLength(48);
    await pass(minute);
    expect(arrived).toHaveLength(60);
  });

  it('has one for each vendor behind a gateway, which takes one token for all', async () => {
    keys.set('one', 'token').set('two', 'token');
    const { lookUp } = await worker();
    const baseUrl = 'https://gateway.example';
    void all(
      Array.from({ length: 60 }, (_, at) => lookUp({ ...connection('omnidimension', 'one'), baseUrl }, `/${at}`)),
    );
    await pass(second);
    await lookUp({ ...connection('retell', 'two'), baseUrl }, '/retell');
    expect(arrived.at(-1)).toEqual({ at: expect.any(Number), path: '/retell' });
    expect(arrived).toHaveLength(49);
  });
});

describe('what waits', () => {
  it('is told: who, for whose connections, until when and why', async () => {
    const { read } = await import('../../../lib/storage/item');
    const { waitingItem } = await import('../../../lib/storage/requestItems');
    keys.set('one', 'shared').set('two', 'shared');
    reply = () => refused('42');
    const { lookUp } = await worker();
    void all(['one', 'two'].map((each) => lookUp(connection('omnidimension', each), '/1')));
    await pass(second);
    const until = start + arrived.at(-1)!.at + 42 * second;
    const said = { provider: 'omnidimension', name: 'OmniDimension', until, why: 'asked' };
    expect(await read(waitingItem)).toEqual([{ ...said, connections: ['one', 'two'] }]);
    reply = ok;
    await pass(42 * second);
    expect(await read(waitingItem)).toEqual([]);
  });

  it('is told of our own limit, and of a pause that was asked to be longer than an hour', async () => {
    const { read } = await import('../../../lib/storage/item');
    const { waitingItem } = await import('../../../lib/storage/requestItems');
    const why = async () => (await read(waitingItem)).map((each) => each.why);
    const { lookUp } = await worker();
    void all(Array.from({ length: 60 }, (_, row) => lookUp(connection('omnidimension'), `/${row}`)));
    await pass(2 * second);
    expect(await why()).toEqual(['limit']);
    reply = () => refused('3601');
    await pass(minute);
    expect(await why()).toEqual(['capped']);
  });

  it('is neither sent nor kept once its connection is removed', async () => {
    reply = () => refused('10');
    const { lookUp, end } = await worker();
    const rows = all(Array.from({ length: 9 }, (_, row) => lookUp(connection('omnidimension'), `/${row}`)));
    await pass(second);
    const before = arrived.length;
    end('omnidimension');
    expect((await rows).map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 'rejected'));
    await pass(minute);
    expect(arrived).toHaveLength(before);
  });
});

describe('a clock that is put back a day', () => {
  const aDay = 24 * 60 * minute;

  it('does not lengthen a pause, while the worker lives or after', async () => {
    reply = () => (arrived.length % 2 === 1 ? refused('5') : ok());
    const { lookUp } = await worker();
    const first = lookUp(connection('omnidimension'), '/1');
    await pass(second);
    vi.setSystemTime(Date.now() - aDay);
    await pass(minute);
    await first;
    void lookUp(connection('omnidimension'), '/2');
    await pass(second);
    vi.setSystemTime(Date.now() - aDay);
    const { lookUp: again } = await worker();
    const other = again(connection('omnidimension'), '/3');
    await pass(6 * second);
    await other;
    expect(arrived.map(({ path }) => path)).toEqual(['/1', '/1', '/2', '/3'].map((path) => `/api/v1${path}`));
  });

  it('does not keep what was spent', async () => {
    const { lookUp } = await worker();
    const all48 = all(Array.from({ length: 48 }, (_, row) => lookUp(connection('omnidimension'), `/${row}`)));
    await pass(second);
    await all48;
    vi.setSystemTime(Date.now() - aDay);
    const row = lookUp(connection('omnidimension'), '/next');
    await pass(minute + second);
    await row;
    expect(arrived).toHaveLength(49);
  });
});
