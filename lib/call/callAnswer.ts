import type { Failure } from '../errors';
import type { Call } from './call';

/** A call with where it stands: how old it is, what could not be completed, and why a refresh failed if one did. */
export interface CallAnswer {
  call: Call;
  /** ISO 8601 */
  fetchedAt: string;
  /** What of the call could not be had, in words ("conversation message"), and why. */
  failures: { what: string; failure: Failure }[];
  /** The refresh failed; `call` is the last known. */
  stale?: Failure;
  /** Milliseconds until a call in progress is worth asking again; absent once it ended. */
  refreshIn?: number;
}

/** Where a recording can be played or saved: a web address, or bytes sent to the page that asked: see `recordingChannel.ts`. */
export type RecordingSource = { url: string } | { sent: true };
