// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answer } from '../../lib/calls/answer';
import { contract } from '../../lib/calls/contract';
import type { MessageName } from '../../lib/messages';

const names = Object.keys(contract) as MessageName[];
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
  removeConnection: { connection: 'c' },
  findIds: { text: '50958' },
  lookUp: { id: '50958', request: 'r' },
  getCall: { ref: { provider: 'p', connection: 'c', id: '1' }, refresh: true, request: 'r' },
  listCalls: { connection: 'c', filters: {}, page: 1, request: 'r' },
  cancel: { request: 'r' },
  reveal: { ref: { provider: 'p', connection: 'c', id: '1' }, pointer: '/a' },
  openRecording: { ref: { provider: 'p', connection: 'c', id: '1' } },
  importSettings: { text: '{}' },
};
const message = (name: MessageName) => ({ name, payload: payloads[name] ?? {} });

const fetched = vi.fn();
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

describe.each(Object.entries(strangers))('%s', (_, sender) => {
  it.each(names)('gets no answer to %s', async (name) => {
    expect(await answer(message(name), sender() as never)).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('one of our own pages', () => {
  it('is answered, also in a tab', async () => {
    const sender = { ...ourPage(), tab: { id: 1 } } as never;
    expect(await answer(message('listConnections'), sender)).toEqual({ ok: [] });
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
    ['listCalls', { connection: 'c', filters: { a: 1 }, page: 0, request: 'r' }],
  ])('is refused %s with %j', async (name, payload) => {
    expect(await answer({ name, payload }, ourPage() as never)).toEqual({ failure: { code: 'unexpected' } });
  });
});
