import { storage } from 'wxt/utils/storage';

/** Requests that wait at one provider, with one key. */
export interface Waiting {
  provider: string;
  /** The connections whose requests wait. */
  connections: string[];
  /** When the next of them leaves: milliseconds since 1970. */
  until: number;
  /** `asked`: the provider said so. `capped`: it asked for more than an hour. `limit`: more would break its limit. */
  why: 'asked' | 'capped' | 'limit';
}

/** Who waits for whom, written by the worker, shown by the pages. What is over stays until the next change: `until` tells. */
export const waitingItem = storage.defineItem<Waiting[]>('session:waiting', { fallback: [] });
