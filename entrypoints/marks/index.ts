import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followCalls, type FollowCalls } from '../../lib/marks/calls';

/** Confirmation, marks, card and teaching: run in a frame that shows an ID, where the frame's own script finds them. */
export default defineUnlistedScript(() => {
  (globalThis as { callLogMarks?: FollowCalls }).callLogMarks = followCalls;
});
