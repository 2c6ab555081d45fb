// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { cached, cachedHeads, finishedCall, forget, remember } from '../../lib/storage/callCache';
import type { Entry } from '../../lib/storage/callItems';
import type { Call } from '../../lib/call/call';
import { listRecent, noteVisit } from '../../lib/storage/recentCalls';
import { change } from '../../lib/storage/item';
import { connectionsItem } from '../../lib/storage/items';
import { call as example } from '../fixtures/call';

const entry = (id: string, members: Partial<Call> = {}, second = 0, connection = 'a'): Entry => ({
  call: { ...example, ref: { provider: 'omnidimension', connection, id }, ...members },
  fetchedAt: new Date(1_800_000_000_000 + second * 1000).toISOString(),
  failures: [],
  refreshes: 0,
});
const inProgress = { status: { kind: 'in-progress', raw: 'in-progress' } } as const;
const refOf = ({ call }: Entry) => call.ref;
const keys = async () => Object.keys(await browser.storage.session.get(null)).sort();

afterEach(() => void vi.restoreAllMocks());

describe('a stored call', () => {
  it('is read as it was written, members in their order', async () => {
    const stored = entry('1', { raw: { z: 1, a: { y: 2, b: 3 } } });
    await remember(stored);
    expect(JSON.stringify(await cached(refOf(stored)))).toBe(JSON.stringify(stored));
  });

  it('that has ended is an answer, one in progress is none', async () => {
    const [ended, open] = [entry('1'), entry('2', inProgress)];
    await remember(ended);
    await remember(open);
    const { call, fetchedAt, failures } = ended;
    expect(await finishedCall(refOf(ended))).toEqual({ call, fetchedAt, failures });
    expect(await finishedCall(refOf(open))).toBeUndefined();
  });

  it('has a head of what lists show, found in the order asked', async () => {
    const [first, second] = [entry('1', { summary: 'First.' }), entry('2', { summary: 'Second.' })];
    await remember(first);
    await remember(second);
    const heads = await cachedHeads([refOf(second), refOf(entry('3')), refOf(first)]);
    expect(heads.map((head) => head?.summary)).toEqual(['Second.', undefined, 'First.']);
    expect(heads[0]).not.toHaveProperty('raw');
    expect(heads[0]).not.toHaveProperty('transcripts');
  });

  it('is forgotten with its connection, whole and head, and no other', async () => {
    await remember(entry('1'));
    await remember(entry('2', {}, 0, 'b'));
    await forget('a');
    expect(await cached(refOf(entry('1')))).toBeUndefined();
    expect(await cachedHeads([refOf(entry('1'))])).toEqual([undefined]);
    expect(await cached(refOf(entry('2', {}, 0, 'b')))).toBeDefined();
  });
});

/** Refuses, as the browser does, what would bring the store above so many calls. */
function allowAtMost(count: number): void {
  const { session } = browser.storage;
  const set = session.set.bind(session);
  vi.spyOn(session, 'set').mockImplementation(async (items) => {
    const all = new Set([...(await keys()), ...Object.keys(items)].filter((key) => key.startsWith('call:')));
    if (all.size > count) throw new Error('Session storage quota bytes exceeded.');
    return set(items);
  });
}

describe('a full store', () => {
  it('makes room by the older half, whole and head', async () => {
    allowAtMost(4);
    for (const second of [3, 0, 2, 1]) await remember(entry(`${second}`, {}, second));
    await remember(entry('new', {}, 9));
    const refs = ['0', '1', '2', '3', 'new'].map((id) => refOf(entry(id)));
    const isThere = (found: unknown[]) => found.map((each) => each !== undefined);
    const expected = [false, false, true, true, true];
    expect(isThere(await Promise.all(refs.map(cached)))).toEqual(expected);
    expect(isThere(await cachedHeads(refs))).toEqual(expected);
  });

  it('lets a call go that finds no room at all', async () => {
    allowAtMost(0);
    await remember(entry('1'));
    expect(await keys()).toEqual([]);
  });
});

describe('recent calls', () => {
  const connection = { id: 'a', provider: 'omnidimension', label: 'Sales', sample: false };

  it('say what is known of each, newest first; one of a removed connection is not among them', async () => {
    await change(connectionsItem, () => [connection]);
    await remember(entry('1', { summary: 'First.' }));
    for (const each of [entry('1'), entry('2'), entry('3', {}, 0, 'gone')]) await noteVisit(each.call);
    await noteVisit(entry('1').call);
    const recent = await listRecent();
    expect(recent.map(({ ref, label, summary }) => [ref.id, label, summary])).toEqual([
      ['1', 'Sales', 'First.'],
      ['2', 'Sales', undefined],
    ]);
  });

  it('are handy when they are stored, have ended and are short', async () => {
    await change(connectionsItem, () => [connection]);
    const calls = [entry('ended'), entry('open', inProgress), entry('long', { summary: 'x'.repeat(500_000) })];
    for (const each of calls) await remember(each);
    for (const each of [...calls, entry('unknown')]) await noteVisit(each.call);
    const handy = (await listRecent()).filter((each) => each.handy).map(({ ref }) => ref.id);
    expect(handy).toEqual(['ended']);
  });

  it('are fifty at the most', async () => {
    await change(connectionsItem, () => [connection]);
    for (let id = 0; id < 60; id++) await noteVisit(entry(`${id}`).call);
    const recent = await listRecent();
    expect([recent.length, recent[0]?.ref.id, recent.at(-1)?.ref.id]).toEqual([50, '59', '10']);
  });
});
