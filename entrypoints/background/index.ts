import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../../lib/calls/answer';
import { clearRecordings } from '../../lib/recordings';
import { closeStorage } from '../../lib/settings';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
      void answer(message, sender).then(sendResponse);
      return true;
    });
    void closeStorage();
    void clearRecordings();
  },
});
