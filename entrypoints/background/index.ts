import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { registerTabs } from '../../lib/browser/reading';
import { registerCommands, registerMenu, registerOmnibox } from '../../lib/browser/selection';
import { registerSites, syncSites } from '../../lib/browser/sites';
import { answer } from '../../lib/calls/answer';
import { forgetBudget } from '../../lib/calls/budget';
import { publishProviders } from '../../lib/calls/providerInfos';
import { clearRecordings } from '../../lib/recordings';
import { closeStorage } from '../../lib/settings';

export default defineBackground({
  main() {
    // In the first turn: whatever woke the worker is told only to who listens by then.
    browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
      void answer(message, sender).then(sendResponse);
      return true;
    });
    registerSites();
    registerTabs(forgetBudget);
    registerMenu();
    registerCommands();
    registerOmnibox();
    void closeStorage();
    void syncSites();
    void clearRecordings();
    void publishProviders();
  },
});
