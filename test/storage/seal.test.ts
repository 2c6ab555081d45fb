// @vitest-environment node
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { clearStorage } from '../../lib/storage/clearStorage';
import { defineItem } from '../../lib/storage/define';
import { forgetOldStores } from '../../lib/storage/forgetOldStores';
import { change, read, remove } from '../../lib/storage/item';
import { visitsItem } from '../../lib/storage/items';
import { isSealed, type Sealed, sealFiles, unseal } from '../../lib/storage/seal';
import { asideIn, forgetAside } from '../../lib/storage/setAside';
import { listOf } from '../../lib/storage/shape';

const said = defineItem<string[]>('local', 'said', [], listOf(v.string()), { sealed: true });
const add = (text: string) => change(said, (all) => [...all, text]);
const stored = async () => (await browser.storage.local.get('said'))['said'];

const isTold = () => vi.waitFor(async () => expect((await asideIn('local')).map(({ item }) => item)).toEqual(['said']));

async function filesOf(key: string): Promise<string[]> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`stored-${key}`, { create: true });
  return Array.fromAsync(folder.keys());
}

describe('what is sealed', () => {
  it('is read as it was written, and lies in storage as ciphertext', async () => {
    await add('priya@example.com');
    await add('called at noon');
    expect(await read(said)).toEqual(['priya@example.com', 'called at noon']);
    expect(isSealed(await stored())).toBe(true);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toMatch(/priya|noon/);
  });

  it('opens with the file of its last change alone', async () => {
    await add('first');
    const before = await stored();
    await add('second');
    expect(await filesOf('said')).toHaveLength(1);
    expect(isSealed(before) && (await unseal('said', before))).toBeUndefined();
  });

  it('opens under its own key of storage alone', async () => {
    await add('a');
    const value = (await stored()) as Sealed;
    // The other one has the same file.
    const root = await navigator.storage.getDirectory();
    const other = await (
      await root.getDirectoryHandle('stored-other', { create: true })
    ).getFileHandle(value.file, {
      create: true,
    });
    const writable = await other.createWritable();
    await writable.write((await sealFiles('said').read(value.file))!);
    await writable.close();
    expect(await sealFiles('other').read(value.file)).toHaveLength(32);
    expect(await unseal('said', value)).toEqual(['a']);
    expect(await unseal('other', value)).toBeUndefined();
    await browser.storage.local.set({ said: { ...value, sealed: btoa('something else') } });
    expect(await read(said)).toEqual([]);
    await isTold();
  });

  it('of twenty changes at once none is lost, and who reads meanwhile reads one of them', async () => {
    await add('0');
    const lengths: number[] = [];
    const look = async () => void lengths.push((await read(said)).length);
    await Promise.all(Array.from({ length: 20 }, (_, index) => Promise.all([add(String(index + 1)), look()])));
    expect(await read(said)).toHaveLength(21);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(await asideIn('local')).toEqual([]);
  });

  it('is read behind the writer that has just deleted its file', async () => {
    await add('first');
    const stale = await stored();
    await add('second');
    const once = vi
      .spyOn(browser.storage.local, 'get')
      .mockImplementationOnce((async () => ({ said: stale })) as never);
    expect(await read(said)).toEqual(['first', 'second']);
    once.mockRestore();
    expect(await asideIn('local')).toEqual([]);
  });

  it('is set aside and told when its file is gone', async () => {
    await add('first');
    await sealFiles('said').clear();
    expect(await read(said)).toEqual([]);
    await isTold();
    await add('second');
    expect(await read(said)).toEqual(['second']);
  });

  it('lies nowhere in plain text when it cannot be read, and is told whole', async () => {
    await change(said, () => [7, 'priya@example.com'] as never);
    expect(await read(said)).toEqual(['priya@example.com']);
    await isTold();
    expect((await asideIn('local'))[0]!.text).toBe('[7]');
    await change(said, () => ({ note: 'priya@example.com' }) as never);
    await read(said);
    await vi.waitFor(async () => expect((await asideIn('local'))[0]!.text).toContain('priya'));
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toMatch(/priya/);
    await forgetAside('local');
    expect(await asideIn('local')).toEqual([]);
    expect(await filesOf('setAside')).toEqual([]);
  });

  it('leaves no file when it is removed', async () => {
    await add('first');
    await remove(said as never);
    expect(await filesOf('said')).toEqual([]);
    expect(await read(said)).toEqual([]);
  });
});

const visit = { provider: 'dialnexa', connection: 'a', id: 'call_x9y3zp4mq7r1', at: '2026-11-26T10:00:00Z' };

describe('what lies on disk in plain text', () => {
  it('is read, and sealed when the worker starts', async () => {
    vi.stubGlobal('indexedDB', { deleteDatabase: () => {} });
    await browser.storage.local.set({ visits: [visit] });
    expect(await read(visitsItem)).toEqual([visit]);
    await forgetOldStores();
    expect(JSON.stringify(await browser.storage.local.get('visits'))).not.toContain('call_x9');
    expect(await read(visitsItem)).toEqual([visit]);
    vi.unstubAllGlobals();
  });
});

it('nothing is left of it once all data are cleared', async () => {
  await change(visitsItem, () => [visit]);
  expect(await filesOf('visits')).toHaveLength(1);
  await clearStorage();
  expect(await filesOf('visits')).toEqual([]);
  expect(await browser.storage.local.get(null)).toEqual({});
});
