import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../../lib/messages';
import { judgeOf } from '../../lib/page/detect/judgeOf';
import { frame, scripts } from '../../lib/page/frameScripts';
import { followCalls, type CallsWorker } from '../../lib/page/marks/followCalls';

const worker: CallsWorker = {
  confirm: (candidates, pointed) => ask('confirm', { candidates, pointed }),
  taught: (picked) => void ask('taught', picked).catch(() => {}),
  hear: (moved) => {
    if (frame[scripts]) frame[scripts].moved = moved;
  },
  open: ({ ref }) => void ask('openCall', { ref }).catch(() => {}),
  opensPage: import.meta.env.FIREFOX,
};

/** Judging, confirmation, marks, card and teaching: run in a frame that may show an ID, where the frame's own script finds them. */
export default defineUnlistedScript(() => {
  if (frame[scripts]) frame[scripts].more = { judgeOf, followCalls: (page) => followCalls({ ...page, worker }) };
});
