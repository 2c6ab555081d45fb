import type { judgeOf } from './detect/judgeOf';
import type { FollowCalls } from './marks/followCalls';

/** What the scripts of one frame know of each other. */
export interface FrameScripts {
  /** Whether the extension is still there for the frame's own script. */
  isAlive(): boolean;
  /** The shadow roots the page's reader met, closed ones too. */
  roots?: ReadonlySet<ShadowRoot>;
  /** Called with each move of the pointer, before the page hears of it: set while somebody wants to know. */
  moved?: ((event: PointerEvent) => void) | undefined;
  /** Set by the script that is loaded when the page may show an ID. */
  more?: MoreScripts;
}

/** What only frames need that may show an ID: it judges what was found, and follows the calls. */
export interface MoreScripts {
  judgeOf: typeof judgeOf;
  followCalls: FollowCalls;
}

/** The name of the symbol below, for what runs where nothing can be imported. */
export const scriptsName = 'call-log-inspector';

/** A symbol, because named elements and frames of a page are found on the window by their name, in every world. */
export const scripts: unique symbol = Symbol.for(scriptsName);

/** The window of a frame, where its scripts find each other. */
export const frame = globalThis as { [scripts]?: FrameScripts };
