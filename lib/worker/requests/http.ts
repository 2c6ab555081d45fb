import ky, { HTTPError } from 'ky';
import type { Json } from '../../call/call';
import { CallFailure, fail, type Failure, meaningOf } from '../../errors';

const MB = 1024 * 1024;
/** A reply larger than this is not read to its end: bytes. A recording of an hour of telephone sound takes 60 MB. */
const sizeCaps = { json: 10 * MB, recording: 100 * MB };
/** Deeper JSON is refused: it would overflow the stack of whoever walks it. */
const depthCap = 100;
/** Milliseconds for one request with its retries; Chrome ends a worker whose fetch takes over 30 s. */
const defaultTimeLimit = 20_000;
/** Seconds of Retry-After that are waited for in place; longer ones are told to the person. */
const patience = 3;

export interface Request {
  /** `POST` is for searches: it is sent again like any other. */
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  /** Sent as JSON, by `POST` alone. */
  body?: Json;
  /** Follows the vendor's redirect to another host. */
  mayRedirect?: boolean;
  signal: AbortSignal;
  /** Milliseconds for the request with its retries; 20 s unless told. */
  timeLimit?: number;
  /** The vendor's meaning of a failed reply; `undefined` leaves the general one. */
  explain(status: number, body: Json | undefined): Failure | undefined;
  /** Never ask again when it fails; retried twice otherwise, where the failure may pass. */
  once?: boolean;
  /** Sees the headers of every reply, for its rate limits. */
  onHeaders?(status: number, headers: Headers): void;
}

const client = ky.create({
  credentials: 'omit',
  redirect: 'error',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  timeout: false,
  // Of error replies only; a body that is too deep to walk says nothing.
  parseJson: (text) => (walkBrackets(text).deepest > depthCap ? undefined : (JSON.parse(text) as unknown)),
  retry: {
    limit: 2,
    methods: ['get', 'post'],
    statusCodes: [429, 500, 502, 503, 504],
    backoffLimit: 2000,
    jitter: true,
    shouldRetry: ({ error }) => (error instanceof HTTPError ? worthRetrying(error.response) : undefined),
  },
});

function worthRetrying({ status, headers }: Response): boolean | undefined {
  const wait = retryAfter(headers);
  if (wait !== undefined) return wait <= patience && [429, 503].includes(status);
  return status === 429 ? false : undefined;
}

/** Seconds until the time a Retry-After header names (RFC 9110 §10.2.3: seconds or a date), never negative; absent when unreadable. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = /^-?\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/**
 * Asks for JSON: no cookies, no redirects, at most 20 s and 10 MB, retried twice where the failure may pass.
 * Throws a `CallFailure` for everything else than parsed JSON of a 2xx reply.
 */
export async function getJson(request: Request): Promise<Json> {
  return parseReply(await getBytes(request, 'json'), request.url.host);
}

/** The same for any content: answers the body's bytes and its media type. `content` decides what is asked for and how large it may be. */
export async function getBytes(
  request: Request,
  content: keyof typeof sizeCaps,
): Promise<{ bytes: Uint8Array; type: string }> {
  const { method, url, headers, body, mayRedirect, explain, once, onHeaders, timeLimit = defaultTimeLimit } = request;
  const sizeCap = sizeCaps[content];
  const host = url.host;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeLimit)]);
  const response = await client[method === 'POST' ? 'post' : 'get'](url, {
    headers: { ...headers, accept: content === 'json' ? 'application/json' : 'audio/*' },
    ...(method === 'POST' && body !== undefined && { json: body }),
    ...(mayRedirect && { redirect: 'follow' }),
    signal,
    ...(once && { retry: 0 }),
    hooks: { afterResponse: [({ response: each }) => onHeaders?.(each.status, each.headers)] },
    throwHttpErrors: true,
  }).catch((error: unknown) => {
    throw new CallFailure(
      error instanceof HTTPError ? refusal(error, host, explain) : networkFailure(error, signal, host),
    );
  });
  if (Number(response.headers.get('content-length')) > sizeCap) {
    await response.body?.cancel();
    fail('too-large', { host });
  }
  const bytes = await readBody(response, sizeCap, signal, host);
  return { bytes, type: response.headers.get('content-type') ?? '' };
}

function networkFailure(error: unknown, signal: AbortSignal, host: string): Failure {
  if (signal.aborted) return { code: isTimeout(signal.reason) ? 'timed-out' : 'canceled', host };
  if (isTimeout(error)) return { code: 'timed-out', host };
  return { code: navigator.onLine === false ? 'offline' : 'unreachable', host };
}

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError';

function refusal({ response, data }: HTTPError, host: string, explain: Request['explain']): Failure {
  const { status, headers } = response;
  const wait = retryAfter(headers);
  const retryAt = wait === undefined ? undefined : new Date(Date.now() + wait * 1000).toISOString();
  const failure = explain(status, data as Json | undefined) ?? { code: meaningOf(status) };
  return { ...failure, status, host, ...(retryAt && status >= 429 ? { retryAt } : {}) };
}

async function readBody(response: Response, sizeCap: number, signal: AbortSignal, host: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length;
      if (size > sizeCap) fail('too-large', { host });
      chunks.push(part.value);
    }
  } catch (error) {
    if (error instanceof CallFailure) throw error;
    const { code } = networkFailure(error, signal, host);
    throw new CallFailure({ code: code === 'unreachable' ? 'cut-off' : code, host });
  } finally {
    await reader?.cancel().catch(() => {});
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function parseReply({ bytes, type }: { bytes: Uint8Array; type: string }, host: string): Json {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') fail('empty-body', { host });
  if (text.startsWith('<') || (type.includes('text/html') && !/^[[{]/.test(text))) fail('html', { host });
  if (walkBrackets(text).deepest > depthCap) fail('too-deep', { host });
  try {
    return JSON.parse(text) as Json;
  } catch {
    return fail(walkBrackets(text).endsOpen ? 'cut-off' : 'not-json', { host });
  }
}

/** Walks JSON text outside its strings: how deep it goes, and whether it stops with something still open. */
function walkBrackets(text: string): { deepest: number; endsOpen: boolean } {
  const open: number[] = [];
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) deepest = Math.max(deepest, open.push(code));
    // In ASCII the closing bracket stands two behind its opening one.
    else if ((code === 93 || code === 125) && open.pop() !== code - 2) return { deepest, endsOpen: false };
  }
  return { deepest, endsOpen: inString || open.length > 0 };
}
