// @vitest-environment node
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { defineItem } from '../../lib/storage/define';
import { change, read, watch } from '../../lib/storage/item';
import { withLock } from '../../lib/storage/lock';
import { asideIn } from '../../lib/storage/setAside';
import { listOf, recordOf, whole } from '../../lib/storage/shape';

const numbers = defineItem<number[]>('local', 'numbers', [], listOf(v.number()));
const ages = defineItem<Record<string, number>>(
  'local',
  'ages',
  {},
  recordOf(v.number(), (key) => key !== ''),
);
const word = defineItem('local', 'word', 'none', whole(v.string()));

/** One thing in three versions: a text, then a list of texts, then `{ words }`. */
const words = (version: number) =>
  defineItem<{ words: string[] }>('local', 'words', { words: [] }, whole(v.object({ words: v.array(v.string()) })), {
    version,
    migrations: {
      2: (old: string) => old.split(' '),
      3: (old: string[]) => ({ words: old }),
    },
  });

const store = (items: Record<string, unknown>) => browser.storage.local.set(items);
const stored = async (key: string) => (await browser.storage.local.get(key))[key];
const asides = async () => (await asideIn('local')).map(({ item, text }) => [item, JSON.parse(text)]);

afterEach(() => void vi.restoreAllMocks());

describe('a change', () => {
  const add = () => Promise.all(Array.from({ length: 20 }, (_, index) => change(numbers, (all) => [...all, index])));

  it('waits for the one before: of twenty at once none is lost', async () => {
    await add();
    expect(await read(numbers)).toHaveLength(20);
  });

  it('would lose the others without the lock', async () => {
    vi.spyOn(navigator.locks, 'request').mockImplementation(((_: string, __: object, work: () => unknown) =>
      work()) as never);
    await add();
    expect((await read(numbers)).length).toBeLessThan(20);
  });

  it('leaves nothing locked when its work throws', async () => {
    const broken = change(numbers, () => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await change(numbers, () => [1])).toEqual([1]);
  });

  it('that returns nothing removes what is stored', async () => {
    await change(word, () => 'a word');
    expect(await change(word, () => undefined)).toBe('none');
    expect(await stored('word')).toBeUndefined();
  });

  it('that returns the same writes nothing', async () => {
    await change(numbers, () => [1]);
    const set = vi.spyOn(browser.storage.local, 'set');
    await change(numbers, (all) => all);
    expect(set).not.toHaveBeenCalled();
  });
});

it('a lock inside itself is told, not waited for without end', async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(20));
  const inside = withLock('a', () => withLock('a', async () => {}));
  await expect(inside).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(await withLock('a', async () => 'free')).toBe('free');
});

it('a watch tells every change, until it is stopped', async () => {
  const told = vi.fn<(value: string) => void>();
  const stop = watch(word, told);
  await change(word, () => 'first');
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('first'));
  stop();
  await change(word, () => 'second');
  await read(word);
  expect(told).toHaveBeenCalledTimes(1);
});

describe('what cannot be read', () => {
  it.each(['a text', 7, { a: 1 }, true])('gives the fallback, and is set aside: %j', async (bad) => {
    await store({ numbers: bad });
    expect(await read(numbers)).toEqual([]);
    await vi.waitFor(async () => expect(await asides()).toEqual([['numbers', bad]]));
    expect(await change(numbers, (all) => [...all, 1])).toEqual([1]);
    expect(await asides()).toHaveLength(1);
  });

  it('costs only itself in a list and among members', async () => {
    await store({ numbers: [1, null, 2, 'three'], ages: { a: 1, b: null, '': 3 } });
    expect(await read(numbers)).toEqual([1, 2]);
    expect(await change(numbers, (all) => [...all, 4])).toEqual([1, 2, 4]);
    expect(await change(ages, (all) => ({ ...all, c: 5 }))).toEqual({ a: 1, c: 5 });
    expect(await stored('numbers')).toEqual([1, 2, 4]);
    const aside = await asides();
    expect(aside).toContainEqual(['numbers', [null, 'three']]);
    expect(aside).toContainEqual(['ages', { b: null, '': 3 }]);
  });

  it('is not overwritten when it cannot be set aside', async () => {
    await store({ numbers: 'a text' });
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(change(numbers, () => [1])).rejects.toThrow('full');
    expect(await stored('numbers')).toBe('a text');
  });

  it('is kept within bounds, the newest longest', async () => {
    for (let index = 0; index < 25; index++) {
      await store({ numbers: `text ${index}` });
      await change(numbers, (all) => all);
    }
    const aside = await asides();
    expect(aside).toHaveLength(20);
    expect(aside[0]).toEqual(['numbers', 'text 24']);
    await store({ numbers: 'x'.repeat(3_000_000) });
    await change(numbers, (all) => all);
    expect((await asideIn('local')).map(({ text }) => text.length)).toEqual([2_000_000]);
  });
});

describe('an older version', () => {
  it('is read in today’s, and written so by the first change', async () => {
    await store({ words: 'one two' });
    expect(await read(words(3))).toEqual({ words: ['one', 'two'] });
    expect(await stored('words')).toBe('one two');
    await change(words(3), (now) => ({ words: [...now.words, 'three'] }));
    expect(await stored('words')).toEqual({ words: ['one', 'two', 'three'] });
    expect(await stored('words$')).toEqual({ v: 3 });
    expect(await read(words(3))).toEqual({ words: ['one', 'two', 'three'] });
  });

  it('starts where it stands', async () => {
    await store({ words: ['one'], words$: { v: 2 } });
    expect(await read(words(3))).toEqual({ words: ['one'] });
  });

  it('that a migration does not understand is set aside', async () => {
    await store({ words: 7 });
    expect(await read(words(3))).toEqual({ words: [] });
    await vi.waitFor(async () => expect(await asides()).toEqual([['words', 7]]));
  });
});

it('a newer version is left alone: read as nothing, and not changed', async () => {
  await store({ words: { sentences: [] }, words$: { v: 4 } });
  expect(await read(words(3))).toEqual({ words: [] });
  await expect(change(words(3), () => ({ words: ['new'] }))).rejects.toThrow('stored-newer');
  expect(await stored('words')).toEqual({ sentences: [] });
  expect(await asides()).toEqual([]);
});
