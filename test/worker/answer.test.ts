// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { forgetConfirmed, noteConfirmed } from '../../lib/worker/browser/confirmedCalls';
import { pageOf } from '../../lib/worker/browser/tabs';
import { answer } from '../../lib/worker/answer';
import { contract } from '../../lib/worker/schemas';
import type { MessageName } from '../../lib/messages';
import { change } from '../../lib/storage/item';
import { sitesItem } from '../../lib/storage/items';

const names = Object.keys(contract) as MessageName[];
const ofPages = names.filter((name) => contract[name].role === 'page');
const ourPage = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') });
const strangers = {
  'a content script': () => ({ id: browser.runtime.id, origin: 'https://crm.example.com', tab: { id: 1 } }),
  'a content script that claims our address': () => ({
    id: browser.runtime.id,
    origin: 'https://crm.example.com',
    url: browser.runtime.getURL('/popup.html'),
  }),
  'a sandboxed frame': () => ({ id: browser.runtime.id, origin: 'null' }),
  'a sender without an origin': () => ({ id: browser.runtime.id }),
  'another extension': () => ({ id: 'another', origin: ourPage().origin }),
} as const;

const payloads: { [N in MessageName]?: unknown } = {
  saveConnection: { id: 'c', provider: 'dialnexa', label: 'Mine', key: 'secret' },
  testConnection: { connection: 'c' },
  keyAccess: { connection: 'c' },
  saveManagedKey: { connection: 'policy:c', key: 'secret' },
  removeConnection: { connection: 'c' },
  findIds: { text: '50958' },
  lookUp: { id: '50958', request: 'r' },
  getCall: { ref: { provider: 'p', connection: 'c', id: '1' }, refresh: true, request: 'r' },
  listCalls: { connection: 'c', filters: {}, request: 'r' },
  cancel: { request: 'r' },
  reveal: { ref: { provider: 'p', connection: 'c', id: '1' }, pointer: '/a' },
  openRecording: { ref: { provider: 'p', connection: 'c', id: '1' }, channel: 'c' },
  addProvider: { text: '{}' },
  removeProvider: { provider: 'acme' },
  importSettings: { text: '{}' },
  unlock: { passphrase: 'four words of mine' },
  setPassphrase: { passphrase: 'four words of mine', after: null },
  removePassphrase: { current: 'four words of mine' },
  lockAfter: { after: 15 },
  enableSite: { pattern: 'https://crm.example.com/*' },
  disableSite: { pattern: 'https://crm.example.com/*' },
  saveRules: { pattern: 'https://crm.example.com/*', rules: [] },
  setLanguage: { language: null },
  readOnce: { tab: 1 },
  forgetTaught: { tab: 1 },
  callsOfRecord: { tab: 1, request: 'r' },
  confirm: { candidates: [{ id: '50958', providers: ['omnidimension'], reason: 'label' }], pointed: true },
  report: { address: 'https://crm.example.com/', calls: [], parts: 0 },
  taught: { id: '1', pattern: 'x' },
  openCall: { ref: { provider: 'p', connection: 'c', id: '1' } },
};
const message = (name: MessageName) => ({ name, payload: payloads[name] ?? {} });

const fetched = vi.fn();
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

describe.each(Object.entries(strangers))('%s', (_, sender) => {
  it.each(names.filter((name) => contract[name].role === 'extension'))('gets no answer to %s', async (name) => {
    expect(await answer(message(name), sender() as never)).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each(ofPages)('gets nothing by %s on a page that is not enabled', async (name) => {
    const reply = await answer(message(name), sender() as never);
    expect(reply === undefined || 'failure' in reply).toBe(true);
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('a content script on a page the user enabled', () => {
  const sender = {
    id: browser.runtime.id,
    origin: 'https://crm.example.com',
    frameId: 0,
    tab: { id: 7, windowId: 1, url: 'https://crm.example.com/contacts/1' },
  } as never;
  beforeEach(async () => {
    Object.assign(browser.action, { setBadgeText: vi.fn(async () => {}) });
    const rules = [{ kind: 'not' as const, id: '50958' }];
    await change(sitesItem, () => [{ pattern: 'https://crm.example.com/*', rules }]);
  });

  it('learns how IDs look, and what the user taught here', async () => {
    const reply = await answer(message('startReading'), sender);
    expect(reply).toMatchObject({ ok: { rules: [{ kind: 'not', id: '50958' }], askOnPoint: false } });
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });

  it('reports what it shows, and the button counts the confirmed calls', async () => {
    const calls = ['1', '2', '3'].map((id) => ({ id, reason: 'label' }));
    const known = ['1', '2'].map((id) => ({ ref: { provider: 'dialnexa', connection: 'c', id }, flags: [] }));
    await answer(message('startReading'), sender);
    await noteConfirmed(7, known);
    const sent = {
      name: 'report',
      payload: { address: 'https://crm.example.com/', calls, parts: 0 },
    };
    expect(await answer(sent, sender)).toEqual({ ok: true });
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '2' });
    expect(await pageOf(7)).toMatchObject({
      tab: 7,
      calls: [
        { id: '1', state: 'confirmed', call: known[0] },
        { id: '2', state: 'confirmed', call: known[1] },
        { id: '3', state: 'candidate' },
      ],
      frames: { 1: 0, 2: 0, 3: 0 },
    });
  });

  it('cannot list a call the worker did not confirm, whatever it reports, nor one of a connection that is gone', async () => {
    const report = (ids: string[]) => ({
      name: 'report',
      payload: {
        address: 'https://crm.example.com/',
        calls: ids.map((id) => ({ id, reason: 'label' })),
        parts: 0,
      },
    });
    const states = async () => (await pageOf(7))?.calls.map(({ id, state }) => `${id} ${state}`);
    await answer(message('startReading'), sender);
    await noteConfirmed(7, [{ ref: { provider: 'dialnexa', connection: 'c', id: '1' }, flags: [] }]);
    await answer(report(['1', '9', 'constructor', '__proto__']), sender);
    expect(await states()).toEqual(['1 confirmed', '9 candidate', 'constructor candidate', '__proto__ candidate']);
    await forgetConfirmed('c');
    expect((await states())?.[0]).toBe('1 candidate');
  });

  it.each<[string, unknown]>([
    ['confirm', { candidates: [{ id: '1', providers: [] }], pointed: false }],
    ['confirm', { candidates: [{ id: '1'.repeat(65), providers: [], reason: 'label' }], pointed: false }],
    ['confirm', { candidates: [{ id: '1', providers: [], reason: 'label', tab: 3 }], pointed: false }],
    ['report', { address: '', calls: [{ id: '1', reason: 'label', isLater: 1 }], parts: 0 }],
    ['report', { address: '', calls: [{ id: '1', reason: 'label', state: 'confirmed' }], parts: 0 }],
    ['report', { address: '', calls: [{ id: '1', reason: 'label', call: {} }], parts: 0 }],
    ['openCall', { ref: { id: '1' } }],
    ['startReading', { tab: 9 }],
  ])('is refused %s with %j', async (name, payload) => {
    expect(await answer({ name, payload }, sender)).toEqual({ failure: { code: 'unexpected' } });
  });

  it('is refused when it floods the worker', async () => {
    const flooding = { ...(sender as object), tab: { id: 8, windowId: 1 } } as never;
    const replies = await Promise.all(Array.from({ length: 400 }, () => answer(message('startReading'), flooding)));
    const refused = replies.filter((reply) => JSON.stringify(reply) === '{"failure":{"code":"rate-limited"}}');
    expect(refused.length).toBe(280);
  });
});

describe('one of our own pages', () => {
  it('is answered, also in a tab', async () => {
    const sender = { ...ourPage(), tab: { id: 1 } } as never;
    expect(await answer(message('listProviders'), sender)).toEqual({ ok: expect.any(Array) });
    expect(await answer(message('findIds'), sender)).toEqual({ ok: [{ id: '50958', providers: ['omnidimension'] }] });
  });

  it('gets a failure, not an exception, for whatever it sends', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.constantFrom(...names, '__proto__', 'constructor', 'toString'), payload: fc.anything() }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (sent) => {
        const envelope = await answer(sent, ourPage() as never);
        expect(envelope === undefined || 'ok' in envelope || 'failure' in envelope).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each<[MessageName, unknown]>([
    ['saveConnection', { id: 'c', provider: 'dialnexa', label: 'x', key: 'a b' }],
    ['saveConnection', { id: 'c', provider: 'dialnexa', label: 'x', baseUrl: 'http://gateway.example.com' }],
    ['saveConnection', { id: 'c', provider: 'dialnexa', label: 'x', baseUrl: 'https://user:pass@gateway.example.com' }],
    ['saveConnection', { id: 'c', provider: 'dialnexa', label: 'x', baseUrl: 'javascript:alert(1)' }],
    ['lookUp', { id: '1', request: 'r', extra: true }],
    ['lookUp', { id: '1'.repeat(65), request: 'r' }],
    ['getCall', { ref: { id: '1' }, refresh: false, request: 'r' }],
    ['listCalls', { connection: 'c', filters: { a: 1 }, cursor: 1, request: 'r' }],
  ])('is refused %s with %j', async (name, payload) => {
    expect(await answer({ name, payload }, ourPage() as never)).toEqual({ failure: { code: 'unexpected' } });
  });
});
