import * as v from 'valibot';
import type { CallSummary } from '../call/call';
import type { CallRef } from '../call/callRef';
import type { FrameReport, PageState, Taught } from '../page/protocol';
import { defineFamily, defineItem } from './define';
import { recordOf, whole } from './shape';
import * as shapes from './shapes';

const { text, number, flag } = shapes;

/** Origins read "just this once", by tab. */
export const onceItem = defineItem<Record<string, string>>('session', 'once', {}, recordOf(text));

/** What a side panel should show: a call, or what a look-up of a text brings. */
export type PanelContent = { ref: CallRef } | { text: string };

/** What each window's side panel should show, by window ID, and since when (milliseconds since 1970). */
export const panelItem = defineItem<Record<string, PanelContent & { at: number }>>(
  'session',
  'panel',
  {},
  recordOf(v.union([v.object({ ref: shapes.ref, at: number }), v.object({ text, at: number })])),
);

/** What a tab has cost the providers so far. */
export interface Spending {
  /** Address of the page the mentions were counted on. */
  page: string;
  mentions: number;
  /** When each request left that found no call, or has no answer yet: milliseconds since 1970. */
  requests: number[];
  /** When each was answered that found one. */
  found?: number[];
  pointed: number[];
}

/** By tab. */
export const budgetItem = defineFamily<Spending | undefined>(
  'budget:',
  undefined,
  whole(
    v.object({
      page: text,
      mentions: number,
      requests: v.array(number),
      found: v.optional(v.array(number)),
      pointed: v.array(number),
    }),
  ),
);

/** A frame whose content script reads it. `document` tells a page from the next one in the same frame, where the browser says. */
interface Frame {
  /** What decides whether it may be read: see `siteOf`. */
  origin: string;
  /** It has no origin of its own. */
  isOpaque?: boolean;
  document?: string;
  report?: FrameReport;
}

/** What the worker knows of a tab. */
export interface TabFrames {
  frames: Record<string, Frame>;
  /** What the worker confirmed for the tab, by call ID, the latest last. */
  confirmed?: Record<string, CallSummary>;
  taught?: Taught;
}

const frame = v.object({
  origin: text,
  isOpaque: v.optional(flag),
  document: v.optional(text),
  report: v.optional(shapes.frameReport),
});

/** By tab. */
export const framesItem = defineFamily<TabFrames>(
  'frames:',
  { frames: {} },
  whole(
    v.object({
      frames: v.record(text, frame),
      confirmed: v.optional(v.record(text, shapes.callSummary)),
      taught: v.optional(shapes.taught),
    }),
  ),
);

/** What a tab shows, by tab: gone with the tab, its page, or its site. */
export const pageItem = defineFamily<PageState | undefined>('page:', undefined, whole(shapes.pageState));
