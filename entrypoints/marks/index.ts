import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followCalls, type CallsWorker, type FollowCalls } from '../../lib/page/marks/followCalls';
import { ask } from '../../lib/messages';

const worker: CallsWorker = {
  confirm: (candidates, pointed) => ask('confirm', { candidates, pointed }),
  taught: (picked) => void ask('taught', picked).catch(() => {}),
  open: ({ ref }) => void ask('openCall', { ref }).catch(() => {}),
};

/** Confirmation, marks, card and teaching: run in a frame that shows an ID, where the frame's own script finds them. */
export default defineUnlistedScript(() => {
  (globalThis as { callLogMarks?: FollowCalls }).callLogMarks = (page) => followCalls({ ...page, worker });
});
