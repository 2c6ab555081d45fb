import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showMarks, type ShowMarks } from '../../lib/marks/marks';

/** Marks, card and teaching: run in a frame that has a call to show, where the frame's own script finds them. */
export default defineUnlistedScript(() => {
  (globalThis as { callLogMarks?: ShowMarks }).callLogMarks = showMarks;
});
