import { browser } from 'wxt/browser';
import { asFailure, fail } from '../errors';
import type { Answer, Contract, Envelope, MessageName, Payload } from '../messages';
import { noteFailure } from '../storage/failures';
import { providersReady } from './described/ready';
import { languageReady } from '../browser/chosenLanguage';
import { handlers, type Sender } from './handlers';
import { resultOrWaiting } from './heldAnswers';
import { isTooMany } from './messageRate';
import { policyReady } from './policy/apply';
import { isForbidden } from './policy/isForbidden';
import { contract } from './schemas';

/**
 * Our own pages have our own origin; a tab, a URL or a frame prove nothing, because a page of ours may be opened in a tab and
 * a content script's `url` is the web page's.
 */
function roleOf({ id, origin }: Sender): 'extension' | 'page' | undefined {
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
 * Answers one message. `undefined` means it is none of ours: a sender that may not ask is told nothing.
 * Never throws; every failure is data.
 */
export async function answer(message: unknown, sender: Sender): Promise<Envelope | undefined> {
  const role = roleOf(sender);
  if (!role || !isMessage(message)) return undefined;
  const rule = contract[message.name];
  if (rule.role !== role) return undefined;
  if (role === 'page' && isTooMany(sender.tab?.id, message.name)) return { failure: { code: 'rate-limited' } };
  const parsed = rule.payload.safeParse(message.payload);
  if (!parsed.success) return { failure: { code: 'unexpected' } };
  return run(message.name, parsed.data as never, sender);
}

async function run<N extends MessageName>(name: N, payload: Payload<N>, sender: Sender): Promise<Envelope> {
  const handler: (
    payload: Payload<N>,
    signal: AbortSignal,
    sender: Sender,
  ) => ReturnType<Contract[N]> | Promise<Answer<N>> = handlers[name];
  const start = async (signal: AbortSignal): Promise<Envelope> => {
    try {
      // The panel has to be opened in the turn of the click.
      if (name !== 'openCall') {
        await Promise.all([providersReady(), policyReady(), languageReady()]);
        if (await isForbidden(name)) fail('forbidden');
      }
      return { ok: await handler(payload, signal, sender) };
    } catch (error) {
      const failure = asFailure(error);
      void noteFailure(failure.code);
      return { failure };
    }
  };
  if (name === 'cancel' || !('request' in payload)) return start(new AbortController().signal);
  return resultOrWaiting(JSON.stringify([name, payload]), payload.request as string, start);
}
