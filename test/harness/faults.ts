import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Json } from '../../lib/call/call';
import type { Fault } from './replica';

/** A complete answer: a string is sent as it is, anything else as JSON. */
export const reply =
  (status: number, body: Json, headers: Record<string, string> = {}): Fault =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** The fault only for paths that match; every other request is answered by the replica. */
export const only =
  (path: RegExp, fault: Fault): Fault =>
  (request, response) =>
    path.test(request.url ?? '') ? fault(request, response) : false;

/** The fault for the first `times` requests, then the replica answers. */
export function first(times: number, fault: Fault): Fault {
  let left = times;
  return (request, response) => (left-- > 0 ? fault(request, response) : false);
}

/** The vendor's own body for a status: OmniDimension's two members, the other two's `statusCode`, `message`, `error`. */
const vendorError = (provider: Vendor, status: number, name: string, message: string, headers = {}) =>
  provider === 'omnidimension'
    ? reply(status, { error: name.toLowerCase().replaceAll(' ', '_'), error_description: message }, headers)
    : reply(status, { statusCode: status, message, error: name }, headers);

type Vendor = keyof typeof rejections;
const rejections = {
  omnidimension: 'Missing or invalid API key',
  dialnexa: 'API key is missing or invalid',
  highlevel: 'Invalid Private Integration token',
};
const denials: Record<Vendor, string> = {
  omnidimension: 'You do not have access to this call log',
  dialnexa: 'You do not have permission to access this call',
  highlevel: 'The token does not have access to this location.',
};

export const wrongKey = (provider: Vendor) => vendorError(provider, 401, 'Unauthorized', rejections[provider]);
export const missingScope = reply(401, {
  statusCode: 401,
  message: 'The token is not authorized for this scope.',
  error: 'Unauthorized',
});
export const noAccess = (provider: Vendor) => vendorError(provider, 403, 'Forbidden', denials[provider]);
export const paymentRequired = (provider: Vendor) =>
  vendorError(provider, 402, 'Payment Required', 'Insufficient balance');
export const notFound = (provider: Vendor) => vendorError(provider, 404, 'Not Found', 'Call not found');
export const unprocessable = reply(422, {
  statusCode: 422,
  message: ['property query should not exist'],
  error: 'Unprocessable Entity',
});
/** `retryAfter`: the header's value, seconds or an HTTP date; left out, the header is missing. */
export const rateLimited = (provider: Vendor, retryAfter?: string) =>
  vendorError(provider, 429, 'Too Many Requests', 'Too many requests', retryAfter ? { 'retry-after': retryAfter } : {});
export const serverError = (provider: Vendor) =>
  vendorError(provider, 500, 'Internal Server Error', 'Internal server error');
/** A failure that OmniDimension reports with HTTP 200. */
export const failureInside200 = reply(200, {
  success: false,
  plan_expire: false,
  error: 'Concurrency call limit exceeded',
});

export const html = reply(502, '<!doctype html><title>Bad gateway</title><h1>502 Bad gateway</h1>', {
  'content-type': 'text/html',
});
/** A sign-in page of a company proxy: HTML with HTTP 200. */
export const htmlWith200 = reply(200, '<!doctype html><title>Sign in</title><form>Sign in to continue</form>', {
  'content-type': 'text/html',
});
export const invalidJson = reply(200, '{"call_log_data": [}');
export const emptyBody = reply(200, '');
/** Sent as text, for an object literal would set the prototype in place of a key. */
export const prototypeKeys = reply(
  200,
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},' +
    '"call_log_data":[{"id":50958,"__proto__":{"polluted":"yes"}}],"id":"50958","call_id":"50958"}',
);
export const deeplyNested = reply(200, `${'['.repeat(10_000)}${']'.repeat(10_000)}`);

/** Promises more bytes than it sends, then closes the connection. */
export const cutOff: Fault = (_, response) => {
  const half = '{"call_log_data":[{"id":50958,"bot_name":"Customer Sup';
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(half.length * 2) });
  response.write(half, () => response.destroy());
};

/** Closes the connection without a byte. */
export const reset: Fault = (request) => {
  request.socket.resetAndDestroy();
};

/** Never answers. */
export const hang: Fault = () => {};

/** Sends the head, then one byte every `interval` milliseconds, without end. */
export const drip =
  (interval: number): Fault =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), interval);
    response.once('close', () => clearInterval(timer));
  };

/** 60 MB of valid JSON, with a length or (as a proxy may send it) without. */
export const huge =
  (withLength = true): Fault =>
  async (_, response) => {
    const chunk = 'x'.repeat(2 ** 20);
    const parts = ['{"filler":"', ...Array<string>(60).fill(chunk), '"}'];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(withLength && { 'content-length': String(length) }),
    });
    await pipeline(Readable.from(parts), response).catch(() => {}); // the reader may hang up, as it should
  };
