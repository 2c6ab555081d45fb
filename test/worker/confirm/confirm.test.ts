// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { confirm } from '../../../lib/worker/confirm/confirm';
import { saveConnection } from '../../../lib/worker/connections';
import { spend } from '../../../lib/worker/confirm/budget';
import type { Candidate } from '../../../lib/page/protocol';
import { change } from '../../../lib/storage/item';
import { askOnPointItem, memoryItem } from '../../../lib/storage/items';
import { providers } from '../../../lib/providers';
import { tides } from '../../fixtures/providers/tides';

// What was asked with one test's key is not spent by the next.
vi.mock('../../../lib/worker/keys/keyStore', () => ({
  saveKey: vi.fn(async () => {}),
  readKey: async () => expect.getState().currentTestName,
}));

const page = { tab: 1, address: 'https://crm.example.com/1', signal: new AbortController().signal };
const candidate = (id: string, provider = 'omnidimension', reason: Candidate['reason'] = 'label'): Candidate => ({
  id,
  providers: [provider],
  reason,
});
const numbers = (count: number, from = 50_000) =>
  Array.from({ length: count }, (_, index) => candidate(String(from + index)));

/** The provider's answers, by the path that was asked. */
const fetched = vi.fn<(url: URL) => unknown>();
const omni = (url: URL) => {
  const id = url.pathname.split('/').at(-1);
  return { call_log_data: id === '50958' ? [{ id: 50958, call_status: 'completed' }] : [] };
};
const connect = (provider: string) => saveConnection({ id: provider, provider, label: provider, key: 'key' });

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] });
  Object.assign(browser.permissions, { contains: async () => true });
  fetched.mockReset().mockImplementation(omni);
  vi.stubGlobal('fetch', async (url: URL) => Response.json(fetched(url)));
  await connect('omnidimension');
});
afterEach(() => vi.useRealTimers());

describe('what a page may cost', () => {
  it('is 30 requests a minute, and not the clicks of the user', async () => {
    const first = await confirm({ candidates: numbers(100), pointed: false }, page);
    expect(fetched).toHaveBeenCalledTimes(30);
    expect(first.rejected).toHaveLength(30);
    expect(first.later).toHaveLength(70);
    const pointed = await confirm({ candidates: [candidate('50958', 'omnidimension', 'bare')], pointed: true }, page);
    expect(pointed.calls.map(({ ref }) => ref.id)).toEqual(['50958']);
    expect(fetched).toHaveBeenCalledTimes(31);
    vi.advanceTimersByTime(60_001);
    await confirm({ candidates: numbers(100), pointed: false }, page);
    expect(fetched).toHaveBeenCalledTimes(61);
  });

  it('is 200 mentions in all, until the tab shows another address', async () => {
    for (let round = 0; round < 9; round++) {
      await confirm({ candidates: numbers(200), pointed: false }, page);
      vi.advanceTimersByTime(60_001);
    }
    expect(fetched).toHaveBeenCalledTimes(200);
    await confirm({ candidates: numbers(200, 60_000), pointed: false }, page);
    expect(fetched).toHaveBeenCalledTimes(200);
    await confirm(
      { candidates: numbers(1, 60_000), pointed: false },
      { ...page, address: 'https://crm.example.com/2' },
    );
    expect(fetched).toHaveBeenCalledTimes(201);
  });

  it('is nothing for a bare number, for what is no ID, and for anything while the user wants to point first', async () => {
    const bare = [candidate('50958', 'omnidimension', 'bare')];
    expect((await confirm({ candidates: bare, pointed: false }, page)).later).toEqual(['50958']);
    const foreign = [candidate('50958', 'dialnexa'), candidate('../secret')];
    expect((await confirm({ candidates: foreign, pointed: false }, page)).rejected).toEqual(['50958', '../secret']);
    await change(askOnPointItem, () => true);
    expect((await confirm({ candidates: numbers(5), pointed: false }, page)).later).toHaveLength(5);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is nothing for calls that are found, also of a batch that comes while all room is taken', async () => {
    fetched.mockImplementation((url) => ({
      call_log_data: [{ id: Number(url.pathname.split('/').at(-1)), call_status: 'completed' }],
    }));
    const batches = [30, 9, 9].map((count, index) => ({
      candidates: numbers(count, 50_000 + index * 1000),
      pointed: false,
    }));
    const answers = await Promise.all(batches.map((batch) => confirm(batch, page)));
    expect(answers.map(({ calls, later }) => [calls.length, later.length])).toEqual([
      [30, 0],
      [9, 0],
      [9, 0],
    ]);
  });

  it('cannot be refilled by clicks a page makes the user do', async () => {
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => spend(1, page.address, { requests: 1, mentions: 1, pointed: true })),
    );
    expect(taken.filter(Boolean)).toHaveLength(30);
  });
});

describe('an ID that is none', () => {
  it('is remembered for half an hour, and until the connections change', async () => {
    const ask = () => confirm({ candidates: [candidate('50000')], pointed: false }, page);
    await ask();
    expect((await ask()).rejected).toEqual(['50000']);
    expect(fetched).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(31 * 60_000);
    await ask();
    expect(fetched).toHaveBeenCalledTimes(2);
    await saveConnection({ id: 'omnidimension', provider: 'omnidimension', label: 'Mine', key: 'another' });
    await ask();
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('is not believed to be none because the provider failed', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 503 }));
    const reply = await confirm({ candidates: [candidate('50958')], pointed: false }, page);
    expect(reply).toEqual({ calls: [], rejected: [], later: ['50958'] });
  });
});

describe('DialNexa’s current routes', () => {
  const row = (id: string, status: string) => ({ id, status, sentiment: 'positive' });
  beforeEach(async () => {
    await connect('dialnexa');
    await change(memoryItem, () => ({ 'dialnexa/generation': 'calls' }));
  });
  const ids = Array.from({ length: 50 }, (_, index) => `call_abc${String(index).padStart(6, '0')}`);
  const candidates = ids.map((id) => candidate(id, 'dialnexa', 'prefix'));

  it('are asked about many IDs at once', async () => {
    fetched.mockImplementation((url) => {
      expect(url.searchParams.get('call_id')?.split(',')).toHaveLength(50);
      return [row('call_abc000001', 'completed'), row('call_abc000002', 'completed')];
    });
    const reply = await confirm({ candidates, pointed: false }, page);
    expect(reply.calls.map(({ ref }) => ref.id)).toEqual(['call_abc000001', 'call_abc000002']);
    expect(reply.rejected).toHaveLength(48);
    expect(await confirm({ candidates, pointed: false }, page)).toEqual(reply);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('are asked one by one where the filter is not heeded', async () => {
    fetched.mockImplementation((url) =>
      url.searchParams.has('call_id')
        ? [row('call_other00001', 'completed')]
        : row(url.pathname.split('/').at(-1)!, 'completed'),
    );
    const reply = await confirm({ candidates: candidates.slice(0, 3), pointed: false }, page);
    // In the order of their answers.
    expect(reply.calls.map(({ ref }) => ref.id).sort()).toEqual(ids.slice(0, 3).sort());
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it('say when a call in progress is worth asking about again', async () => {
    fetched.mockImplementation(() => [row('call_abc000001', 'initiated'), row('call_abc000002', 'completed')]);
    const two = { candidates: candidates.slice(1, 3), pointed: false };
    expect((await confirm(two, page)).refreshIn).toBe(5000);
    expect((await confirm(two, page)).refreshIn).toBe(5000);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('IDs that several vendors may know', () => {
  const uuid = (at: number) => `0199da1a-a246-7555-8b24-${String(at).padStart(12, '0')}`;
  const both = ['ebbtide', 'floodtide'];
  const uuids = (count: number, vendors = both, from = 0) =>
    Array.from({ length: count }, (_, at): Candidate => ({ ...candidate(uuid(from + at)), providers: vendors }));
  const of = (vendor: string) => fetched.mock.calls.filter(([{ hostname }]) => hostname.includes(vendor)).length;
  const ask = (candidates: Candidate[], { pointed = false, address = page.address } = {}) =>
    confirm({ candidates, pointed }, { ...page, address });

  beforeEach(async () => {
    providers.push(...tides);
    for (const vendor of both) await connect(vendor);
    fetched.mockImplementation(({ hostname, pathname }) =>
      hostname.includes('floodtide') ? { call: pathname.split('/').at(-1), state: 'completed' } : undefined,
    );
    vi.stubGlobal('fetch', async (url: URL) => {
      const body = fetched(url);
      return body ? Response.json(body) : new Response('{}', { status: 404 });
    });
  });
  afterEach(() => void providers.splice(-tides.length));

  it('cost one wrong guess, and then who knew the first is asked first', async () => {
    const { calls } = await ask(uuids(10));
    expect(calls.map(({ ref }) => ref.provider)).toEqual(Array(10).fill('floodtide'));
    expect([of('ebbtide'), of('floodtide')]).toEqual([1, 10]);
    await ask(uuids(5, both, 10), { address: 'https://other.example/' });
    expect([of('ebbtide'), of('floodtide')]).toEqual([1, 15]);
  });

  it('are asked of who knew them on this site before who did elsewhere', async () => {
    await ask(uuids(1));
    fetched.mockImplementation(({ hostname, pathname }) =>
      hostname.includes('ebbtide') ? { call: pathname.split('/').at(-1), state: 'completed' } : undefined,
    );
    await ask(uuids(1, both, 1), { address: 'https://other.example/' });
    fetched.mockClear();
    await ask(uuids(1, both, 2));
    expect([of('floodtide'), of('ebbtide')]).toEqual([1, 1]);
    fetched.mockClear();
    await ask(uuids(1, both, 3), { address: 'https://other.example/2' });
    expect([of('floodtide'), of('ebbtide')]).toEqual([0, 1]);
  });

  it('are asked of the vendor alone that a label names, which tells of the others on the page', async () => {
    await ask(uuids(1, ['floodtide']));
    await ask(uuids(1, both, 1));
    expect([of('ebbtide'), of('floodtide')]).toEqual([0, 2]);
  });

  it('are none when each said so, and stay open when one could not answer', async () => {
    fetched.mockReturnValue(undefined);
    expect((await ask(uuids(1))).rejected).toEqual([uuid(0)]);
    expect([of('ebbtide'), of('floodtide')]).toEqual([1, 1]);
    vi.stubGlobal('fetch', async ({ hostname }: URL) =>
      hostname.includes('ebbtide') ? new Response('{}', { status: 503 }) : new Response('{}', { status: 404 }),
    );
    expect((await ask(uuids(1, both, 1))).later).toEqual([uuid(1)]);
  });

  it('take from the budget what was asked in vain: 30 wrong guesses a minute', async () => {
    fetched.mockReturnValue(undefined);
    const { rejected, later } = await ask(uuids(20));
    expect([rejected.length, later.length]).toEqual([15, 5]);
    expect(fetched).toHaveBeenCalledTimes(30);
  });

  it('are asked of all at once where the user points', async () => {
    const { calls } = await ask(uuids(1), { pointed: true });
    expect(calls).toHaveLength(1);
    expect([of('ebbtide'), of('floodtide')]).toEqual([1, 1]);
  });
});
