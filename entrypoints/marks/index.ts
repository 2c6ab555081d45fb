import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../../lib/messages';
import { frame, scripts } from '../../lib/page/frameScripts';
import { followCalls, type CallsWorker } from '../../lib/page/marks/followCalls';

const worker: CallsWorker = {
  confirm: (candidates, pointed) => ask('confirm', { candidates, pointed }),
  taught: (picked) => void ask('taught', picked).catch(() => {}),
  hear: (moved) => {
    if (frame[scripts]) frame[scripts].moved = moved;
  },
  open: ({ ref }) => void ask('openCall', { ref }).catch(() => {}),
};

/** Confirmation, marks, card and teaching: run in a frame that shows an ID, where the frame's own script finds them. */
export default defineUnlistedScript(() => {
  if (frame[scripts]) frame[scripts].followCalls = (page) => followCalls({ ...page, worker });
});
