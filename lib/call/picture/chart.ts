import type { Counted } from '../figures';
import type { Tone } from '../tone';

export const dimensions = ['status', 'sentiment', 'ending', 'duration', 'replyTime', 'cost', 'day'] as const;
/** What calls are counted by. */
export type Dimension = (typeof dimensions)[number];

/** Calls that are alike in one thing: by a word, or by a number from `from` on, below `to`. */
export interface Part {
  /** Equal in every set of calls. */
  key: string;
  word?: string;
  tone?: Tone;
  /** Seconds, US dollars, or for days milliseconds since 1970 in UTC. `to` is absent for the last of its kind. */
  from?: number;
  to?: number;
}

/** The ways in which calls differ in one thing. */
export interface Chart {
  by: Dimension;
  /** How long the parts of `day` are. */
  unit?: 'day' | 'week' | 'month' | 'year';
  parts: Part[];
  /** The key of the part that a call is in; `undefined` where nothing is known of it. */
  keyOf(call: Counted): string | undefined;
  /** The number behind the part, where parts are of numbers. */
  numberOf?(call: Counted): number | undefined;
}
