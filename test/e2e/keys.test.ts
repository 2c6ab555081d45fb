import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as faults from '../harness/faults';
import { providerIds, type Replica, secrets, startReplica } from '../harness/replica';
import { markedNote } from '../../lib/call/noteMark';
import { contract } from '../../lib/worker/schemas';
import type { Envelope, MessageName, Payload } from '../../lib/messages';
import { openBrowser, type TestBrowser } from './helpers/browser';
import { connectionsIn, send, tell } from './helpers/tell';

/** A web page's content script that tries everything, and leaves what it got in the page. */
const intruder = `(async () => {
  const said = (promise) => promise.then((value) => value ?? null, (error) => ({ refused: error.message }));
  const stored = await Promise.all(['local', 'session'].map((area) => said(chrome.storage[area].get())));
  const answers = await Promise.all(MESSAGES.map((message) => said(chrome.runtime.sendMessage(message))));
  document.documentElement.dataset.got = JSON.stringify({ stored, answers });
})();`;

let replica: Replica;
let browser: TestBrowser;
let page: Page;
let folder: string;
let payloads: { [N in MessageName]: Payload<N> };

const ref = (connection: string) => ({ provider: 'dialnexa', connection, id: 'call_x9y3zp4mq7r1' });

/** One message of each kind, those that delete last. */
const everyMessage = (connection: string, highlevel: string): typeof payloads => ({
  listProviders: {},
  saveConnection: {
    id: connection,
    provider: 'dialnexa',
    label: 'Demo',
    key: replica.of('dialnexa').key,
    baseUrl: replica.of('dialnexa').baseUrl,
  },
  testConnection: { connection },
  keyAccess: { connection: highlevel },
  saveManagedKey: { connection: 'policy:sales', key: replica.of('dialnexa').key },
  addSamples: {},
  findIds: { text: 'call_x9y3zp4mq7r1' },
  lookUp: { id: 'call_x9y3zp4mq7r1', request: 'look-up' },
  getCall: { ref: ref(connection), refresh: true, request: 'call' },
  listCalls: { connection, filters: {}, request: 'list' },
  cancel: { request: 'nothing' },
  reveal: { ref: ref(connection), pointer: '/log/recording_url' },
  openRecording: {
    ref: { provider: 'highlevel', connection: highlevel, id: '673b4e1a9c0d2f5e8a7b6c01' },
    channel: 'c',
  },
  saveNote: {
    ref: { provider: 'highlevel', connection: highlevel, id: '673b4e1a9c0d2f5e8a7b6c01' },
    text: markedNote('Called back.', '673b4e1a9c0d2f5e8a7b6c01'),
  },
  diagnostics: {},
  exportSettings: {},
  addProvider: { text: 'rubbish' },
  removeProvider: { provider: 'nobody' },
  importSettings: { text: 'rubbish' },
  enableSite: { pattern: 'https://crm.example.com/*' },
  saveRules: { pattern: 'https://crm.example.com/*', rules: [{ kind: 'not', id: '50958' }] },
  disableSite: { pattern: 'https://crm.example.com/*' },
  // Another one would load the asking page anew.
  setLanguage: { language: null },
  readOnce: { tab: 1 },
  forgetTaught: { tab: 1 },
  fieldsOf: { tab: 1 },
  callsOfRecord: { tab: 1, request: 'record' },
  startReading: {},
  confirm: { candidates: [{ id: '50958', providers: ['omnidimension'], reason: 'label' }], pointed: true },
  report: { address: 'https://crm.example.com/', calls: [], parts: 0 },
  taught: { id: '50958', pattern: String.raw`\d{5}` },
  loadMarks: {},
  openCall: { ref: ref(connection) },
  keyLock: {},
  setPassphrase: { passphrase: 'four words of mine', after: 15 },
  lockAfter: { after: null },
  unlock: { passphrase: 'four words of mine' },
  lockNow: {},
  removePassphrase: { current: 'four words of mine' },
  removeConnection: { connection: 'none' },
  forgetKeys: {},
  clearAll: {},
});
const names = Object.keys(contract) as MessageName[];
/** What a content script may say, though not on a page that is not enabled. */
const isOfPages = (name: MessageName) => contract[name].role === 'page';

beforeAll(async () => {
  replica = await startReplica();
  payloads = everyMessage('c', 'c');
  folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-'));
  await cp('.output/chrome-mv3-e2e', folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as object;
  const contentScript = { matches: ['http://127.0.0.1/*'], js: ['intruder.js'] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, content_scripts: [contentScript] }));
  const messages = names.map((name) => ({ name, payload: payloads[name] }));
  await writeFile(join(folder, 'intruder.js'), intruder.replace('MESSAGES', JSON.stringify(messages)));
  browser = await openBrowser({ replica, extension: folder });
  page = await browser.options();
});
afterAll(async () => {
  await browser.close();
  await replica.close();
  await rm(folder, { recursive: true, force: true });
});

/** Nothing of a key but its last four characters. */
function expectNoKey(text: string): void {
  for (const key of secrets) {
    expect(text).not.toContain(key.slice(-8));
    expect(text).not.toContain(btoa(key).slice(4, 16));
  }
}

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: { storage: Record<'local' | 'session', { get(): Promise<unknown> }> };

/** Everything that storage and IndexedDB hold, bytes as Latin-1 text; with the names of what was read. */
async function everythingStored(): Promise<{ stores: string[]; text: string; extractable: boolean[] }> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error as Error));
    });
  const extractable: boolean[] = [];
  const write = (_: string, value: unknown): unknown => {
    if (value instanceof CryptoKey) extractable.push(value.extractable);
    if (value instanceof ArrayBuffer) return String.fromCodePoint(...new Uint8Array(value));
    return ArrayBuffer.isView(value) ? String.fromCodePoint(...new Uint8Array(value.buffer)) : value;
  };
  const stores: string[] = [];
  let text = JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]);
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames) {
      const values = await settled(database.transaction(store).objectStore(store).getAll());
      if (values.length > 0) stores.push(`${name}/${store}`);
      text += JSON.stringify(values, write);
    }
    database.close();
  }
  return { stores, text, extractable };
}

describe('a key that was saved', () => {
  it('is nowhere in storage but as ciphertext, under a key that cannot be taken out', async () => {
    const dialnexa = browser.connections['dialnexa'] ?? '';
    await tell(page, 'getCall', { ref: ref(dialnexa), refresh: true, request: 'r' });
    const seen = [await page.evaluate(everythingStored), await browser.worker.evaluate(everythingStored)];
    for (const { stores, text, extractable } of seen) {
      expect(stores).toEqual(expect.arrayContaining(['keys/sealed', 'keys/wrapping']));
      expect(extractable).toEqual([false]);
      expect(text).toContain('Demo dialnexa');
      expect(text).toContain('call_x9y3zp4mq7r1');
      expectNoKey(text);
    }
  });

  it('is in no reply to a content script: it gets none, or a refusal, and storage is closed to it', async () => {
    const web = await browser.context.newPage();
    await web.goto(replica.of('dialnexa').baseUrl);
    await web.waitForFunction(() => document.documentElement.dataset['got']);
    const got = await web.evaluate(() => document.documentElement.dataset['got'] ?? '');
    const { stored, answers } = JSON.parse(got) as { stored: unknown[]; answers: unknown[] };
    for (const each of stored) {
      expect(each).toEqual({ refused: expect.stringContaining('Access to storage is not allowed') as string });
    }
    expect(answers).toEqual(
      names.map((name) =>
        isOfPages(name) ? { failure: { code: name === 'openCall' ? 'unexpected' : 'no-access' } } : null,
      ),
    );
    expect(browser.context.pages().filter((each) => each.url().includes('/call.html'))).toEqual([]);
    expect(await connectionsIn(page)).toHaveLength(providerIds.length);
    await web.close();
  });

  it('is in no reply to a page, whatever was asked', async () => {
    const replies: Partial<Record<MessageName, Envelope>> = {};
    const messages = everyMessage(browser.connections['dialnexa'] ?? '', browser.connections['highlevel'] ?? '');
    expect(Object.keys(messages).sort()).toEqual([...names].sort());
    for (const [name, payload] of Object.entries(messages)) {
      replies[name as MessageName] = await send(page, { name, payload });
    }
    for (const name of names) {
      if (isOfPages(name)) expect(replies[name], name).toBeNull();
      else
        expect(replies[name], name).toHaveProperty(
          ['importSettings', 'saveManagedKey'].includes(name) ? 'failure' : 'ok',
        );
    }
    expectNoKey(JSON.stringify(replies));
  });

  it.each(['omnidimension', 'dialnexa', 'highlevel'])('is not in the words of %s either', async (provider) => {
    await tell(page, 'clearAll', {});
    const connections = await browser.connect(replica);
    const key = replica.of(provider).key;
    const message = `The header "Authorization: Bearer ${key}" is wrong: ${key}`;
    const body = { statusCode: 401, message, error: message, error_description: message };
    for (const status of [200, 400, 401, 403, 422, 500]) {
      replica.override(provider, faults.reply(status, body));
      const answer = await send(page, {
        name: 'testConnection',
        payload: { connection: connections[provider] },
      });
      expectNoKey(JSON.stringify(answer));
    }
    replica.override(provider, undefined);
  });
});

it('none of this was an error of ours', () => expect(browser.problems).toEqual([]));
