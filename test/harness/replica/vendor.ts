import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../../lib/call/call';

export type Row = { [key: string]: Json };

/** A call as the vendor's API holds it. `unfinished` overlays the first replies, while the call is still in progress. */
export interface DemoCall {
  row: Row;
  unfinished?: Row;
}

export interface VendorRequest {
  method: string;
  /** Below the server's origin, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The replica's own origin, for links inside a reply. */
  origin: string;
  /** What was posted; else empty. */
  body: string;
}

/** A string or bytes are sent as they are, anything else as JSON. */
export interface Answer {
  status: number;
  body: Json | Buffer;
  headers?: Record<string, string>;
}

/** One vendor's API, as far as its documents and third parties tell how it behaves. */
export type Vendor = (request: VendorRequest) => Answer;

/** How a vendor behaves where its documents leave a choice. */
export interface VendorOptions {
  /** Refuses, with Retry-After, whatever is more than the provider's limits allow within any interval. */
  strict?: boolean;
  /** Which of DialNexa's two generations of routes answers; the older by default. */
  dialnexaGeneration?: 'call-logs' | 'calls';
  /** Scopes of the HighLevel token; all by default. */
  highlevelScopes?: string[];
  /** Permissions of the ElevenLabs key; all by default. */
  elevenlabsPermissions?: string[];
}

/** What stands in for one vendor; a file of this folder exports it as `replica`. */
export interface VendorReplica {
  /** Of the vendor's shape; it opens the replica and nothing else. */
  key: string;
  /** What the account needs beside the key, by the provider's field names. */
  account?: Record<string, string>;
  /** The path below which the API stands. */
  base?: string;
  start(options: VendorOptions): Vendor;
}

/** How many replies show an unfinished call in progress. */
const unfinishedReplies = 8;

/** The row as it stands now: each request brings an unfinished call nearer to its end. */
export function progress() {
  const replies = new Map<DemoCall, number>();
  return (call: DemoCall): Row => {
    const count = (replies.get(call) ?? 0) + 1;
    replies.set(call, count);
    return call.unfinished && count <= unfinishedReplies ? { ...call.row, ...call.unfinished } : call.row;
  };
}

/** Counts requests in a fixed window, as rate-limit headers report them. `interval` in milliseconds. */
export function rateLimit(max: number, interval: number) {
  let start = 0;
  let used = 0;
  return () => {
    const now = Date.now();
    if (now - start >= interval) [start, used] = [now, 0];
    used += 1;
    return { exceeded: used > max, remaining: Math.max(0, max - used), resetsAt: start + interval };
  };
}

/** A whole number from the query within [1, max], else the default. */
export function pageNumber(query: URLSearchParams, name: string, fallback: number, max = Number.MAX_SAFE_INTEGER) {
  const value = Number(query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, max) : fallback;
}

export const slice = <T>(rows: T[], page: number, size: number) => rows.slice((page - 1) * size, page * size);

/** True when the query does not filter by this name, or names the value (a list may be comma-separated). */
export const matches = (query: URLSearchParams, name: string, value: Json | undefined) =>
  !query.get(name) || (query.get(name) ?? '').split(',').includes(String(value));
