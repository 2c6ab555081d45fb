import type { Failure } from '../errors';
import type { CallSummary } from './call';
import type { CallRef } from './callRef';
import type { CallFigures } from './figures';

/** A call of one of our own lists: what a web page may see of it, and more. */
export interface ListedCall extends CallSummary, CallFigures {
  /** Who the agent spoke with: see `otherPartyOf`. */
  party?: string;
}

export interface CallPage {
  calls: ListedCall[];
  /** How many the provider says there are; absent where it does not say. */
  total?: number;
  /** Where the next page begins, for the provider alone to read; absent on the last page. */
  next?: string;
}

/** How a provider was searched: by the values of one field. */
export interface Searched {
  by: 'contactId' | 'phone';
  values: string[];
  /** Only the newest calls were looked through, this many; absent where the provider searched all of them. */
  among?: number;
  /** The provider found more than it was asked to list, or may have: only so many of the newest are here. */
  newest?: number;
}

/** What one connection knows of the CRM record on screen. */
export interface RecordCalls {
  connection: string;
  label: string;
  provider: string;
  /** Newest first. */
  calls: ListedCall[];
  /** Absent where the record tells nothing that this connection can be searched by (it was not asked), and after a failure. */
  searched?: Searched;
  failure?: Failure;
}

/** A call the user looked up: only its identity is kept on disk. */
export interface Visit extends CallRef {
  /** ISO 8601 */
  at: string;
}

export interface RecentCall extends Partial<ListedCall> {
  ref: CallRef;
  /** ISO 8601 */
  at: string;
  label: string;
  /** It is stored whole, has ended and is short: to read it asks nobody and takes no time. */
  handy: boolean;
}
