import type { CallRef } from '../../call/call';
import { fail } from '../../errors';
import type { RecordingSource } from '../../call/callAnswer';
import { providerById } from '../../providers';
import { storeRecording } from '../../storage/recordings';
import { apiOf, shortPatience } from '../requests/api';
import { endOf } from '../requests/ends';
import { connectionOf, getReply } from './lookUp';

/**
 * The recording of a call, asked afresh because signed addresses expire: an https address the user may open, or, where it
 * takes the key, the bytes in the store shared with the pages. Throws `not-found` when the call has none.
 */
export async function recordingSource(ref: CallRef, signal: AbortSignal): Promise<RecordingSource> {
  const end = endOf(ref.connection);
  const asking = { signal, patience: shortPatience };
  const { raw } = await getReply(ref, asking);
  const api = apiOf(await connectionOf(ref.connection), asking);
  const source = providerById(ref.provider).recording(raw, api.account);
  if (!source) return fail('not-found');
  if ('url' in source) return source;
  const { bytes, type } = await api.getBytes(source.request);
  end.throwIfAborted();
  return { stored: await storeRecording(new Blob([bytes as Uint8Array<ArrayBuffer>], { type })) };
}
