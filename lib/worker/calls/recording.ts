import type { CallRef } from '../../call/callRef';
import { fail } from '../../errors';
import type { RecordingSource } from '../../call/callAnswer';
import { providerById } from '../../providers';
import { sendRecording } from '../../browser/recordingChannel';
import { apiOf, shortPatience } from '../requests/api';
import { endOf } from '../requests/ends';
import { connectionOf, getReply } from './lookUp';

/**
 * The recording of a call, asked afresh because signed addresses expire: an https address the user may open, or, where it
 * takes the key, the bytes, sent to the page that listens on the channel. Throws `not-found` when the call has none.
 */
export async function recordingSource(ref: CallRef, channel: string, signal: AbortSignal): Promise<RecordingSource> {
  const end = endOf(ref.connection);
  const asking = { signal, patience: shortPatience };
  const { raw } = await getReply(ref, asking);
  const api = apiOf(await connectionOf(ref.connection), asking);
  const source = providerById(ref.provider).recording(raw, api.account);
  if (!source) return fail('not-found');
  if ('url' in source) return source;
  const { bytes, type } = await api.getBytes(source.request);
  end.throwIfAborted();
  sendRecording(channel, { bytes: bytes as Uint8Array<ArrayBuffer>, type });
  return { sent: true };
}
