import type { KeyAccess } from '../../call/keyAccess';
import { otherNumberOf } from '../../call/otherParty';
import { phoneOf } from '../../call/phone';
import { asFailure } from '../../errors';
import { providerById } from '../../providers';
import type { Provider, Row } from '../../providers/provider';
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
  const api = apiOf(connection, { signal, patience: shortPatience });
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
  const ref = { provider: provider.id, connection: id, id: fullestOf(list.value?.rows ?? [], provider)?.id ?? '' };
  const call = await attempt(async () => (ref.id ? provider.getCall(api, ref.id) : undefined));
  const raw = call.value?.raw;
  const { callsOf } = provider;
  const contact: Tried<unknown> = callsOf
    ? await attempt(async () => {
        const number = raw === undefined ? undefined : otherNumberOf(callOf(ref, raw));
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

/** The row that most can be tried with, as far as the list tells; the newest of several. */
function fullestOf(rows: Row[], { toCall }: Provider): Row | undefined {
  const fullness = ({ id, raw }: Row) => {
    const call = toCall(id, raw);
    return (
      Number(['link', 'request'].includes(call.recording.kind)) +
      Number(phoneOf(otherNumberOf(call) ?? '') !== undefined)
    );
  };
  return rows.map((row) => ({ row, is: fullness(row) })).sort((a, b) => b.is - a.is)[0]?.row;
}
