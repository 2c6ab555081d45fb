import * as v from 'valibot';
import type { Call } from '../call/call';
import type { CallAnswer } from '../call/callAnswer';
import type { RecentCall } from '../call/callList';
import { defineFamily } from './define';
import { whole } from './shape';
import { glance, number, ref, text } from './shapes';

/** A call already read: redacted. */
export interface Entry extends Pick<CallAnswer, 'call' | 'fetchedAt' | 'failures'> {
  call: Call;
  /** How often a call in progress was asked again. */
  refreshes: number;
}

const list = v.array(v.unknown());

/** As far as what shows a call depends on it: to check every word of a large one would take longer than to draw it. */
const entry = v.object({
  call: v.object({
    ref,
    ...glance,
    transcripts: v.array(v.object({ turns: list })),
    extracted: list,
    actions: list,
    deliveries: list,
    metrics: list,
    issues: list,
    recording: v.object({ kind: text }),
    masked: list,
    problems: list,
  }),
  fetchedAt: text,
  failures: list,
  refreshes: number,
});

function parseEntry(stored: unknown): { value: Entry } | undefined {
  const value: unknown = typeof stored === 'string' ? JSON.parse(stored) : undefined;
  return v.is(entry, value) ? { value: value as unknown as Entry } : undefined;
}

/** By `refKey`. Stored as text: the browser's storage sorts the members of an object, and the provider's order is worth keeping. */
export const callItem = defineFamily<Entry | undefined>('call:', undefined, parseEntry);

/** What a list shows of a stored call. It lies beside the call, because reading fifty calls whole would take a list most of a second. */
export interface Head extends Omit<RecentCall, 'at' | 'label' | 'handy'> {
  /** ISO 8601 */
  fetchedAt: string;
  /** UTF-16 units of the whole call's text. */
  length: number;
}

/** By `refKey`. */
export const headItem = defineFamily<Head | undefined>(
  'head:',
  undefined,
  whole(v.object({ ref, ...glance, party: v.optional(text), fetchedAt: text, length: number })),
);
