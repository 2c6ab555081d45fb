import type { KeyAccess } from '../../call/keyAccess';
import { otherNumberOf } from '../../call/otherParty';
import { phoneOf } from '../../call/phone';
import { asFailure } from '../../errors';
import { providerById } from '../../providers';
import { inUiLanguage } from '../inUiLanguage';
import { apiOf, shortPatience } from '../requests/api';
import { callOf } from './callOf';
import { connectionOf } from './lookUp';

/** https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2; who does not know it sends the whole. */
const firstByte = { range: 'bytes=0-0' };

type Tried<T> = { value: T; result: 'read' } | { value?: undefined; result: Exclude<KeyAccess['result'], 'read'> };

/**
 * What the key of a connection may read: the list, its newest call, the calls of that call's contact, its recording, and what
 * completes it where that was refused. Nothing of the call is kept. Throws `canceled` when the signal aborts.
 */
export async function keyAccess(id: string, signal: AbortSignal): Promise<KeyAccess[]> {
  const connection = await connectionOf(id);
  const provider = providerById(connection.provider);
  const api = apiOf(connection, { signal, patience: shortPatience });
  const attempt = async <T>(ask: () => Promise<T | undefined>): Promise<Tried<T>> => {
    try {
      const value = await ask();
      return value === undefined ? { result: 'untried' } : { value, result: 'read' };
    } catch (error) {
      signal.throwIfAborted();
      return { result: { failure: asFailure(error) } };
    }
  };

  const list = await attempt(() => provider.listCalls(api, {}, undefined));
  const newest = list.value?.rows[0]?.id;
  const call = await attempt(async () => (newest === undefined ? undefined : provider.getCall(api, newest)));
  const raw = call.value?.raw;
  const { callsOf } = provider;
  const contact: Tried<unknown> = callsOf
    ? await attempt(async () => {
        if (newest === undefined || raw === undefined) return undefined;
        const number = otherNumberOf(callOf({ provider: provider.id, connection: id, id: newest }, raw));
        const phone = phoneOf(number ?? '');
        return phone === undefined ? undefined : callsOf(api, { phones: [phone] });
      })
    : { result: 'unoffered' };
  const recording = await attempt(async () => {
    const source = raw === undefined ? undefined : provider.recording(raw, api.account);
    return source && ('url' in source || api.getBytes({ ...source.request, headers: firstByte }));
  });
  return [
    { part: 'list', result: list.result },
    { part: 'call', result: call.result },
    ...(call.value?.failures ?? []).map(({ what, failure }) => ({
      part: 'call' as const,
      name: inUiLanguage(what),
      result: { failure },
    })),
    { part: 'contact', result: contact.result },
    { part: 'recording', result: recording.result },
  ];
}
