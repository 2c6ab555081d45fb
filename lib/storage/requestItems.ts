import * as v from 'valibot';
import type { Waiting } from '../call/waiting';
import { defineFamily, defineItem } from './define';
import { listOf, recordOf, whole } from './shape';
import * as shapes from './shapes';

// What is remembered, for the browser session, of what was asked of providers and what came of it.

const { text, number, flag } = shapes;

/** What was asked of a provider with one key. Times in milliseconds since 1970. */
export interface Spent {
  /** When each request was answered, oldest first. Between leaving and that the provider counted it. */
  sent: number[];
  /** Requests that left and have no answer yet. */
  flying: number;
  pause?: { from: number; until: number; capped: boolean };
}

/** By budget: see `budgetName`. */
export const spentItem = defineFamily<Spent>(
  'spent:',
  { sent: [], flying: 0 },
  whole(
    v.object({
      sent: v.array(number),
      flying: number,
      pause: v.optional(v.object({ from: number, until: number, capped: flag })),
    }),
  ),
);

/** Who waits for whom, written by the worker, shown by the pages. What a stopped worker left there ends with `until`. */
export const waitingItem = defineItem<Waiting[]>('session', 'waiting', [], listOf(shapes.waiting));

/** When the connections last said that they know no such call: milliseconds since 1970, by connections and ID. */
export const rejectedItem = defineItem<Record<string, number>>('session', 'rejected', {}, recordOf(number));

/** The connections that last knew an ID which several may know, the latest first: by the origin of the page, and of any under no name. */
export const answerersItem = defineItem<Record<string, string[]>>('session', 'answerers', {}, recordOf(v.array(text)));

/** When notes were sent that may not be in the vendor's list yet: milliseconds since 1970, by provider and call. */
export const sentNotesItem = defineItem<Record<string, number>>('session', 'sentNotes', {}, recordOf(number));

/** What failed in this browser session, by the failure's code, and nothing else of it: how often, and when last (ISO 8601). */
export const failuresItem = defineItem<Record<string, { count: number; at: string }>>(
  'session',
  'failures',
  {},
  recordOf(v.object({ count: number, at: text })),
);
