import type { Call } from '../../call/call';
import type { CallRef } from '../../call/callRef';
import type { KeyAccess } from '../../call/keyAccess';
import { otherNumberOf } from '../../call/otherParty';
import { phoneOf } from '../../call/phone';
import { asFailure } from '../../errors';
import { providerById } from '../../providers';
import { freshMemory } from '../../providers/samples';
import { inUiLanguage } from '../inUiLanguage';
import { apiOf, shortPatience } from '../requests/api';
import { callOf } from './callOf';
import { connectionOf } from './lookUp';

/** https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2; who does not know it sends the whole. */
const firstByte = { range: 'bytes=0-0' };

type Tried<T> = { value: T; result: 'read' } | { value?: undefined; result: Exclude<KeyAccess['result'], 'read'> };

/**
 * What the key of a connection may read: the list, a call of it, the calls of that call's contact, its recording, and what
 * completes it where that was refused. Nothing of the call is kept. Throws `canceled` when the signal aborts.
 */
export async function keyAccess(id: string, signal: AbortSignal): Promise<KeyAccess[]> {
  const connection = await connectionOf(id);
  const provider = providerById(connection.provider);
  // What was learned before would hide what the key may not read now, and nothing of this call is to be remembered.
  const api = { ...apiOf(connection, { signal, patience: shortPatience }), memory: freshMemory() };
  const attempt = async <T>(ask: () => Promise<T | undefined>): Promise<Tried<T>> => {
    try {
      const value = await ask();
      return value === undefined ? { result: 'untried' } : { value, result: 'read' };
    } catch (error) {
      if (signal.aborted) throw error;
      const failure = asFailure(error);
      // There is no such thing to read, which says nothing of the key.
      return { result: failure.code === 'not-found' ? 'untried' : { failure } };
    }
  };

  const list = await attempt(() => provider.listCalls(api, {}, undefined));
  const refOf = (row: string): CallRef => ({ provider: provider.id, connection: id, id: row });
  const ref = fullestOf((list.value?.rows ?? []).map((row) => callOf(refOf(row.id), row.raw)))?.ref;
  const call = await attempt(async () => ref && provider.getCall(api, ref.id));
  const raw = call.value?.raw;
  const { callsOf } = provider;
  const contact: Tried<unknown> = callsOf
    ? await attempt(async () => {
        const phone = ref && raw !== undefined ? otherPhoneOf(callOf(ref, raw)) : undefined;
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

const otherPhoneOf = (call: Call): string | undefined => phoneOf(otherNumberOf(call) ?? '');

/** The call that most can be tried with, as far as the list tells; the newest of several. */
function fullestOf(calls: Call[]): Call | undefined {
  const fullness = (call: Call) =>
    Number(['link', 'request'].includes(call.recording.kind)) + Number(otherPhoneOf(call) !== undefined);
  return calls.toSorted((a, b) => fullness(b) - fullness(a))[0];
}
