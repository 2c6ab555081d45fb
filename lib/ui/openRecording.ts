import type { RecordingSource } from '../call/callAnswer';
import { asFailure, CallFailure, fail, meaningOf } from '../errors';
import { receiveRecording } from '../browser/recordingChannel';

/** A recording that can be played. With its bytes where they could be had; without them `url` is the provider's own address. */
export interface RecordingFile {
  url: string;
  bytes?: Blob;
}

/** A file larger than this is played from its address as it comes, not fetched whole: bytes. */
const sizeCap = 32 * 1024 * 1024;
const expired = new Set([401, 403, 404, 410]);
const noSound = /^(text|image)\/|json|xml/;

function soundOf(blob: Blob, host?: string): RecordingFile {
  if (noSound.test(blob.type)) fail('recording-type', { host });
  return { url: URL.createObjectURL(blob), bytes: blob };
}

/** Fetches a link's bytes into memory, past every cache. Where the browser may not read them, the address itself is what is played. */
async function fetchLink(url: string): Promise<RecordingFile> {
  const { host } = new URL(url);
  const abort = new AbortController();
  const reply = await fetch(url, {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: abort.signal,
  }).catch(() => undefined);
  if (!reply) return { url };
  const { status } = reply;
  if (!reply.ok) return fail(expired.has(status) ? 'recording-expired' : meaningOf(status), { status, host });
  if (Number(reply.headers.get('content-length')) > sizeCap) {
    abort.abort();
    return { url };
  }
  const bytes = await reply.blob().catch(() => fail('cut-off', { host }));
  return soundOf(bytes, host);
}

async function load(ask: (channel: string) => Promise<RecordingSource>): Promise<RecordingFile> {
  const source = await receiveRecording(ask);
  return source instanceof Blob ? soundOf(source) : fetchLink(source.url);
}

/**
 * Brings a recording into this page's memory; what shows it revokes an object URL when done. A link that has expired is asked for
 * afresh once. Throws a `CallFailure`: `recording-expired` and `recording-type` beside those of the request itself.
 */
export async function openRecording(ask: (channel: string) => Promise<RecordingSource>): Promise<RecordingFile> {
  try {
    return await load(ask);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'recording-expired') throw new CallFailure(failure);
    return load(ask);
  }
}
