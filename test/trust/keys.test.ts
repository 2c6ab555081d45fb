import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension, type RunningExtension } from '../harness/extension';
import { send, tell } from '../e2e/helpers/tell';
import { report } from './report';
import { findPlain, openSealed, type ProfileFile, readProfile } from './profileScan';

const baseUrl = 'http://127.0.0.1:9/api/v1';
const newKey = () => `key-${randomBytes(20).toString('base64url')}`;
const newKeys = (count: number, name: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, newKey()]));

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: { storage: { local: { remove(keys: string[]): Promise<void> } } };

let profile: string;
let browser: RunningExtension;
let page: Page;

const start = async () => {
  browser = await launchExtension({ profile });
  page = await browser.options();
};
const save = async (keys: Record<string, string>) => {
  for (const [id, key] of Object.entries(keys)) {
    await tell(page, 'saveConnection', { id, provider: 'dialnexa', label: id, key, baseUrl });
  }
};

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await start();
});
afterAll(async () => {
  await browser?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Stores keys as the extension did before, in a database of its own, and deletes them as it did. Runs in a page. */
async function storeInTheOldWay(keys: string[]): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error as Error));
    });
  const opening = indexedDB.open('old', 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('wrapping');
    opening.result.createObjectStore('sealed');
  });
  const db = await settled(opening);
  const stores = (name: string) => db.transaction(name, 'readwrite').objectStore(name);
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await settled(stores('wrapping').put(wrapping, 'key'));
  for (const [index, key] of keys.entries()) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, new TextEncoder().encode(key));
    await settled(stores('sealed').put({ iv, ciphertext }, index));
  }
  await settled(stores('sealed').clear());
  await settled(stores('wrapping').clear());
  db.close();
}

describe('after its deletion', () => {
  const removed = newKeys(10, 'removed');
  const replaced = newKeys(10, 'replaced');
  const cleared = newKeys(10, 'cleared');
  const replacements = newKeys(10, 'replaced');
  const all = [removed, replaced, cleared, replacements].flatMap((keys) => Object.values(keys));
  /** The files of all keys, as a thief may have copied them while they were there. */
  let kept: ProfileFile[];

  const scan = async (when: string, how?: Parameters<typeof openSealed>[2]) => {
    const files = await readProfile(profile);
    expect(findPlain(files, all)).toEqual([]);
    const { keys, tried } = openSealed(files, all, how);
    report(
      'R13',
      'A deleted key cannot be had from the profile',
      `${when}: ${keys.size} of ${all.length} opened, ${JSON.stringify(tried)} tried`,
    );
    return keys;
  };

  it('a key is found by the search where it was stored in the old way, and deleted in the old way', async () => {
    const old = Object.values(newKeys(3, 'old'));
    await page.evaluate(storeInTheOldWay, old);
    const files = await readProfile(profile);
    expect(openSealed(files, old).keys).toEqual(new Set(old));
  });

  it('no replaced key, and none of a removed connection, can be had from the profile; the others can', async () => {
    await save({ ...removed, ...replaced, ...cleared });
    kept = (await readProfile(profile)).filter(({ path }) => path.includes('File System'));
    expect(await scan('all saved')).toEqual(
      new Set([removed, replaced, cleared].flatMap((keys) => Object.values(keys))),
    );
    await save(replacements);
    for (const connection of Object.keys(removed)) await tell(page, 'removeConnection', { connection });
    expect(await scan('10 replaced, 10 removed')).toEqual(
      new Set([cleared, replacements].flatMap((keys) => Object.values(keys))),
    );
  });

  it(
    'none of the keys can be had once all data are cleared, now or after the browser was closed and started',
    // Each of 30,000 candidates is tried on each ciphertext, three times.
    { timeout: 600_000 },
    async () => {
      await tell(page, 'clearAll', {});
      expect(await scan('cleared', { whole: true })).toEqual(new Set());
      await browser.close();
      expect(await scan('browser closed')).toEqual(new Set());
      await start();
      expect(await scan('browser started again', { whole: true })).toEqual(new Set());
    },
  );

  it('every key can be had where the files were not deleted: they are what holds', async () => {
    // The replacements' files were not copied.
    expect(await scan('with copied files', { kept })).toEqual(
      new Set([removed, replaced, cleared].flatMap((keys) => Object.values(keys))),
    );
  });
});

describe('with a passphrase', () => {
  const keys = newKeys(3, 'locked');
  const passphrase = 'four words of mine';

  it('the whole profile opens no key, also none that was stored before', async () => {
    await save(keys);
    expect(openSealed(await readProfile(profile), Object.values(keys)).keys).toEqual(new Set(Object.values(keys)));
    expect(await tell(page, 'setPassphrase', { passphrase, after: null })).toEqual({
      set: true,
      locked: false,
      after: null,
    });
    const files = await readProfile(profile);
    expect(openSealed(files, Object.values(keys)).keys).toEqual(new Set());
    expect(findPlain(files, [passphrase, ...Object.values(keys)])).toEqual([]);
  });

  const test = () => send(page, { name: 'testConnection', payload: { connection: 'locked-0' } });
  /** Nobody listens at that address: the key was had, and the request left. */
  const asked = { failure: { code: 'unreachable' } };
  const locked = { failure: { code: 'locked' } };

  it('a key is used while it is unlocked, and not otherwise', async () => {
    expect(await test()).toMatchObject(asked);
    await tell(page, 'lockNow', {});
    expect(await test()).toEqual(locked);
    expect(await send(page, { name: 'unlock', payload: { passphrase: 'four words of yours' } })).toEqual({
      failure: { code: 'passphrase-wrong' },
    });
    expect(await test()).toEqual(locked);
    await tell(page, 'unlock', { passphrase });
    expect(await test()).toMatchObject(asked);
    await browser.close();
    await start();
    expect(await test()).toEqual(locked);
    await tell(page, 'unlock', { passphrase });
  });

  it('the passphrase can be changed and removed by who knows it', async () => {
    const next = 'some other words';
    const change = (current: string) =>
      send(page, { name: 'setPassphrase', payload: { passphrase: next, after: 15, current } });
    expect(await change('four words of yours')).toEqual({ failure: { code: 'passphrase-wrong' } });
    expect(await change(passphrase)).toEqual({ ok: { set: true, locked: false, after: 15 } });
    expect(await send(page, { name: 'unlock', payload: { passphrase } })).toEqual({
      failure: { code: 'passphrase-wrong' },
    });
    expect(await test()).toMatchObject(asked);
    expect(await send(page, { name: 'removePassphrase', payload: { current: passphrase } })).toEqual({
      failure: { code: 'passphrase-wrong' },
    });
    expect(await tell(page, 'removePassphrase', { current: next })).toEqual({ set: false });
    expect(await test()).toMatchObject(asked);
  });

  it('a forgotten passphrase costs the keys, and nothing else', async () => {
    await tell(page, 'setPassphrase', { passphrase, after: 15 });
    await tell(page, 'lockNow', {});
    expect(await tell(page, 'forgetKeys', {})).toEqual({ set: false });
    expect(await test()).toEqual({ failure: { code: 'key-missing' } });
    await save({ 'locked-0': newKey() });
    expect(await test()).toMatchObject(asked);
  });
});

describe('a stored key', () => {
  const missing = { failure: { code: 'key-missing' } };
  const id = 'bound';

  it('is not sent to another address of its connection', async () => {
    await save({ [id]: newKey() });
    const elsewhere = { id, provider: 'dialnexa', label: id, baseUrl: 'http://127.0.0.1:10/api/v1' };
    expect(await send(page, { name: 'saveConnection', payload: elsewhere })).toEqual(missing);
    expect(await tell(page, 'saveConnection', { ...elsewhere, key: newKey() })).toMatchObject({ id });
  });

  it('is not for the connection of a file, where its own was lost', async () => {
    await save({ [id]: newKey() });
    await page.evaluate(() => chrome.storage.local.remove(['connections', 'connections$']));
    const connections = [{ id, provider: 'dialnexa', label: id, baseUrl, sample: false }];
    const text = JSON.stringify({ product: 'call-log-inspector', version: 1, connections });
    expect(await tell(page, 'importSettings', { text })).toEqual({ connections: 1, sites: 0, providers: 0 });
    expect(await send(page, { name: 'testConnection', payload: { connection: id } })).toEqual(missing);
  });
});
