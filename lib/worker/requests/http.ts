import type { Json } from '../../call/call';
import { asFailure, CallFailure, fail, type Failure, meaningOf } from '../../errors';
import { networkTime, type NetworkTime } from './networkTime';
import { networkFailure, parseReply, readBody, readRefusal } from './reply';

const MB = 1024 * 1024;
/** A reply larger than this is not read to its end: bytes. A recording of an hour of telephone sound takes 60 MB. */
const sizeCaps = { json: 10 * MB, recording: 100 * MB };
/** A refusal's words; more of them are not read: bytes. */
const refusalCap = MB;
/** What fails once more after that has failed. */
const mostRetries = 2;
/** Failures that may pass; 429 and 503 say themselves how long everyone has to wait. */
const passing = new Set([429, 500, 502, 503, 504]);
const pausing = new Set([429, 503]);

/** The way to the provider, past its limits. */
export interface Line {
  /** Does `work`, which sends one request, once it may leave. Throws a `CallFailure` when that is too late. */
  send<T>(work: () => Promise<T>): Promise<T>;
  /** Hears what each reply says about the limits. Returns until when it wants nobody to ask, in milliseconds since 1970. */
  heed(status: number, headers: Headers): number | undefined;
}

export interface Request {
  /** `POST` is for searches: it is sent again like any other, unless `once`. */
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  /** Sent as JSON, by `POST` alone. */
  body?: Json;
  /** Follows the vendor's redirect to another host. */
  mayRedirect?: boolean;
  signal: AbortSignal;
  line: Line;
  /** What is left of the look-up's time; a time of its own unless told. */
  time?: NetworkTime;
  /** The vendor's meaning of a failed reply; `undefined` leaves the general one. */
  explain(status: number, body: Json | undefined): Failure | undefined;
  /** Never ask again when it fails; retried twice otherwise, where the failure may pass. */
  once?: boolean;
}

/**
 * Asks for JSON: no cookies, no redirects, at most 10 MB, within the look-up's time, retried twice where the failure may pass.
 * Throws a `CallFailure` for everything else than parsed JSON of a 2xx reply.
 */
export async function getJson(request: Request): Promise<Json> {
  return parseReply(await getBytes(request, 'json'), request.url.host);
}

/** The same for any content. Returns the body's bytes and its media type. `content` decides what is asked for and how large it may be. */
export async function getBytes(request: Request, content: keyof typeof sizeCaps): Promise<Content> {
  const { line, once, time = networkTime() } = request;
  const signal = AbortSignal.any([request.signal, time.signal]);
  for (let retries = 0; ; retries++) {
    try {
      return await line.send(() => time.run(() => ask(request, content, signal)));
    } catch (error) {
      const { status = 0, code } = asFailure(error);
      if (once || retries === mostRetries || !(passing.has(status) || code === 'unreachable')) throw error;
      // A request that was told how long to wait does so in the line.
      if (!pausing.has(status)) await time.run(() => backOff(retries, signal, request.url.host));
    }
  }
}

interface Content {
  bytes: Uint8Array;
  type: string;
}

/** One request and its reply. */
async function ask(request: Request, content: keyof typeof sizeCaps, signal: AbortSignal): Promise<Content> {
  const { method, url, headers, body, mayRedirect, line, explain } = request;
  const { host } = url;
  const sizeCap = sizeCaps[content];
  const reply = await fetch(url, {
    method,
    headers: {
      ...headers,
      // Some vendors answer with JSON unless a type of sound is named.
      accept: content === 'json' ? 'application/json' : 'audio/mpeg, audio/*;q=0.9',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal,
    credentials: 'omit',
    redirect: mayRedirect ? 'follow' : 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch((error: unknown) => {
    throw new CallFailure(networkFailure(error, signal, host));
  });
  const until = line.heed(reply.status, reply.headers);
  if (!reply.ok) {
    const { status } = reply;
    const said = await readBody(reply, refusalCap, signal, host).catch(() => undefined);
    const failure = explain(status, said && readRefusal(said)) ?? { code: meaningOf(status) };
    const retryAt = until === undefined ? {} : { retryAt: new Date(until).toISOString() };
    throw new CallFailure({ ...failure, status, host, ...retryAt });
  }
  if (Number(reply.headers.get('content-length')) > sizeCap) {
    await reply.body?.cancel();
    fail('too-large', { host });
  }
  return { bytes: await readBody(reply, sizeCap, signal, host), type: reply.headers.get('content-type') ?? '' };
}

/** Half a second to one, twice as long the second time: not all who failed at once ask again at once. */
async function backOff(retries: number, signal: AbortSignal, host: string): Promise<void> {
  const wait = (500 + Math.random() * 500) * 2 ** retries;
  await new Promise((done) => {
    const timer = setTimeout(done, wait);
    signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
  });
  if (signal.aborted) throw new CallFailure(networkFailure(signal.reason, signal, host));
}
