// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { browser } from 'wxt/browser';
import type { Item } from '../../lib/storage/define';
import { read } from '../../lib/storage/item';
import { connectionsItem, localItems, visitsItem } from '../../lib/storage/items';
import { forgetStorageProblems, listStorageProblems } from '../../lib/storage/storageProblems';

const folder = new URL('examples/', import.meta.url);
/** What a version of the extension stored, by its file: a member each item, under its key. */
const examples = readdirSync(folder).map((name) => ({
  version: Number(/^v(\d+)\.json$/.exec(name)?.[1]),
  stored: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>,
}));
const items = localItems as Item<unknown>[];

describe.each(examples)('what version $version stored', ({ version, stored }) => {
  it.each(Object.keys(stored))('is read whole: %s', async (key) => {
    const item = items.find((each) => each.key === key)!;
    await browser.storage.local.set({ [key]: stored[key], ...(version > 1 && { [`${key}$`]: { v: version } }) });
    const value = await read(item);
    if (item.version === version) expect(value).toEqual(stored[key]);
    else expect(item.shape(value)).toEqual({ value });
    expect(await listStorageProblems()).toEqual([]);
  });
});

test('every item has an example of each of its versions', () => {
  for (const { key, version } of items) {
    for (let each = 1; each <= version; each++) {
      expect(examples.find((example) => example.version === each)?.stored, `${key} ${each}`).toHaveProperty(key);
    }
  }
});

describe('stored data that cannot be read', () => {
  it('is listed, whatever it is, and gone once it is forgotten', async () => {
    await browser.storage.local.set({ ...Object.fromEntries(items.map(({ key }) => [key, 7])), reviews: [null] });
    const problems = await listStorageProblems();
    expect(problems.map(({ item }) => item).sort()).toEqual(items.map(({ key }) => key).sort());
    for (const item of items) expect(await read(item)).toEqual(item.fallback);
    await forgetStorageProblems(problems);
    expect(await listStorageProblems()).toEqual([]);
  });

  it('is of a newer version, and stays until it is forgotten', async () => {
    await browser.storage.local.set({ visits: { newer: true }, visits$: { v: 9 } });
    const problems = await listStorageProblems();
    expect(problems).toEqual([{ area: 'local', item: 'visits', text: '{"newer":true}' }]);
    expect(await browser.storage.local.get('visits')).toEqual({ visits: { newer: true } });
    expect(await read(visitsItem)).toEqual([]);
    await forgetStorageProblems(problems);
    expect(await listStorageProblems()).toEqual([]);
  });

  it.each([
    ['an address that is none', { baseUrl: 'somewhere' }],
    ['a label that is no text', { label: 7 }],
    ['a time zone that is none', { zone: 'Mars/Olympus' }],
    ['no ID', { id: undefined }],
  ])('costs one connection of several: %s', async (_, members) => {
    const good = { id: 'a', provider: 'omnidimension', label: 'Sales', sample: false };
    await browser.storage.local.set({ connections: [{ ...good, ...members }, good] });
    expect(await read(connectionsItem)).toEqual([good]);
  });
});
