import type { Texts } from '#i18n';
import type { CallSummary } from '../call/call';
import type { ProviderIds } from './detect/idShapes';
import type { LabelVocabulary } from './detect/labels';
import type { Mention } from './detect/mention';
import type { SiteRule } from './detect/rules';
import type { ProviderHosts } from './detect/judgeToken';

/** What the content script needs to read a page: how IDs look, whose hosts are the providers', what the user taught it here. */
export interface ReadingRules {
  labels: LabelVocabulary;
  ids: ProviderIds;
  hosts: ProviderHosts;
  /** The providers' own names, by provider ID. */
  names: Record<string, string>;
  rules: SiteRule[];
  /** Ask the provider only when the user points at an ID. */
  askOnPoint: boolean;
  /** In the language that the user chose in place of the browser's. */
  texts?: Texts;
}

/** An ID on a page that the worker shall confirm. A `bare` one is asked about only when the user points at it. */
export interface Candidate {
  id: string;
  providers: string[];
  reason: Mention['reason'];
}

/** What became of candidates: calls that exist, IDs that are none, and those the page's budget leaves for later. */
export interface Confirmation {
  calls: CallSummary[];
  rejected: string[];
  later: string[];
  /** Milliseconds until the budget has room for what is left for later; absent where nothing is, or nobody can tell. */
  retryIn?: number;
  /** Milliseconds until calls in progress are worth asking about again; absent when all have ended. */
  refreshIn?: number;
}

/** Why a part of a page was not read, and how many such parts there are. */
export interface Unreadable {
  why: 'frame' | 'canvas';
  /** The origin to ask permission for, where there is one. */
  origin?: string;
}

/** An ID that one frame shows and that is a call or may be one. `isLater`: the page's budget left it for later. */
export interface ShownId {
  id: string;
  reason: string;
  label?: string;
  isLater?: boolean;
}

/** What a page shows, and what the worker knows of it: whether it is a call, a page cannot say. */
export interface PageCall extends Omit<ShownId, 'isLater'> {
  state: 'candidate' | 'confirmed' | 'later';
  call?: CallSummary;
}

/** What the content script tells of its frame. */
export interface ShownReport {
  address: string;
  calls: ShownId[];
  /** How many elements the frame has that `FrameParts` are made of: another number, other parts. */
  parts: number;
}

/** What else of a frame is worth knowing; read by the worker when a frame reports. */
export interface FrameParts {
  unreadable: Unreadable[];
  /** Phone numbers on the page, for "Calls of this contact". */
  phones: string[];
}

/** What one frame of a tab shows; the worker joins the frames of a tab. */
export interface FrameReport extends FrameParts, Omit<ShownReport, 'parts'> {}

/** An ID the user pointed at to teach it: an expression for its like, and where it stands. */
export interface Taught {
  id: string;
  label?: string;
  pattern: string;
  address: string;
  frame: number;
  /** ISO 8601 */
  at: string;
}

/** What a tab shows, as the side panel and the popup list it. Kept in session storage under the tab's ID. */
export interface PageState extends Omit<FrameReport, 'calls'> {
  tab: number;
  calls: PageCall[];
  /** The CRM record on screen, as a key: another record, another key. */
  record?: string;
  /** The frame each call stands in, by call ID. */
  frames: Record<string, number>;
  taught?: Taught;
}

/**
 * What a content script is told, `{name, payload}` to a tab or one of its frames. `flash` scrolls to a call and shows where it
 * stands; `restart` asks `startReading` anew, because rules, connections or settings changed; `stop` leaves no trace;
 * `here` is answered by every script that is alive; `teach` lets the user point at an ID; `count` returns how many mentions a rule
 * would find.
 */
export interface PageCommands {
  flash: { id: string };
  next: { backwards: boolean };
  teach: Record<string, never>;
  endTeach: Record<string, never>;
  count: { rule: SiteRule };
  here: Record<string, never>;
  restart: Record<string, never>;
  stop: Record<string, never>;
}
