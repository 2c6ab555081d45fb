import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { findIds } from '../detect/text';
import { asFailure, fail } from '../errors';
import type { Answer, Contract, Envelope, MessageName, Payload } from '../messages';
import { providers } from '../providers';
import { pointerAt } from '../redact';
import { connectionsItem } from '../settings';
import * as connections from './connections';
import { contract } from './contract';
import { getCall, getReply, lookUp, providersOf } from './get';
import { listCalls } from './list';
import { listRecent } from './recent';
import { openRecording } from './recording';

type Handlers = {
  [N in MessageName]: (payload: Payload<N>, signal: AbortSignal) => Promise<Answer<N>> | Answer<N>;
};

const idShapes = Object.fromEntries(providers.map(({ id, ids }) => [id, ids]));

const handlers: Handlers = {
  listProviders: () =>
    providers.map(({ id, name, baseUrl, keyPage, scopes, needsLocation, filters }) => ({
      id,
      name,
      baseUrl,
      keyPage,
      scopes,
      needsLocation,
      filters,
    })),
  listConnections: () => connectionsItem.getValue(),
  saveConnection: (input) => connections.saveConnection(input),
  testConnection: ({ connection }, signal) => connections.testConnection(connection, signal),
  removeConnection: ({ connection }) => connections.removeConnection(connection),
  addSamples: () => connections.addSamples(),
  findIds: ({ text }) => {
    const alone = text.trim();
    if (!alone) fail('empty-text');
    // A text that is nothing but one ID is that ID, however little it looks like one.
    if (providersOf(alone).length > 0) return [{ id: alone, providers: providersOf(alone) }];
    const found = new Map(findIds(text, idShapes).map(({ id, providers: possible }) => [id, possible]));
    if (found.size === 0) fail('no-ids');
    return [...found].map(([id, possible]) => ({ id, providers: possible }));
  },
  lookUp: ({ id, provider, locationId }, signal) => lookUp(id, { provider, locationId, signal }),
  getCall: ({ ref, refresh, locationId }, signal) => getCall(ref, { refresh, locationId, signal }),
  listCalls: (query, signal) => listCalls(query, signal),
  cancel: ({ request }) => {
    running.get(request)?.abort(new DOMException('canceled', 'AbortError'));
    return true;
  },
  listRecent: () => listRecent(),
  reveal: async ({ ref, pointer }, signal) => {
    const value = pointerAt((await getReply(ref, { signal })).raw, pointer);
    return typeof value === 'string' ? value : JSON.stringify(value ?? null);
  },
  openRecording: ({ ref }, signal) => openRecording(ref, signal),
  exportSettings: () => connections.exportSettings(),
  importSettings: ({ text }) => connections.importSettings(text),
  clearAll: () => connections.clearAll(),
};

/** What a page can cancel, by the request's own name. */
const running = new Map<string, AbortController>();

/**
 * Our own pages have our own origin; a tab, a URL or a frame prove nothing, because a page of ours may be opened in a tab and
 * a content script's `url` is the web page's.
 */
function roleOf({ id, origin }: Browser.runtime.MessageSender): 'extension' | 'page' | undefined {
  if (id !== browser.runtime.id) return undefined;
  return `${origin}/` === browser.runtime.getURL('/') ? 'extension' : 'page';
}

const isMessage = (message: unknown): message is { name: MessageName; payload: unknown } =>
  typeof message === 'object' &&
  message !== null &&
  'name' in message &&
  typeof message.name === 'string' &&
  Object.hasOwn(contract, message.name);

/**
 * Answers one message. `undefined` means it is none of ours: refused without a word to whoever may not ask.
 * Never throws; every failure is data.
 */
export async function answer(message: unknown, sender: Browser.runtime.MessageSender): Promise<Envelope | undefined> {
  const role = roleOf(sender);
  if (!role || !isMessage(message)) return undefined;
  const rule = contract[message.name];
  if (rule.role !== role) return undefined;
  const parsed = rule.payload.safeParse(message.payload);
  if (!parsed.success) return { failure: { code: 'unexpected' } };
  return run(message.name, parsed.data as never);
}

async function run<N extends MessageName>(name: N, payload: Payload<N>): Promise<Envelope> {
  const request = 'request' in payload ? (payload.request as string) : crypto.randomUUID();
  const abort = new AbortController();
  if (name !== 'cancel') running.set(request, abort);
  try {
    const handler: (payload: Payload<N>, signal: AbortSignal) => ReturnType<Contract[N]> | Promise<Answer<N>> =
      handlers[name];
    return { ok: await handler(payload, abort.signal) };
  } catch (error) {
    return { failure: asFailure(error) };
  } finally {
    if (running.get(request) === abort) running.delete(request);
  }
}
