import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { registerTabs } from '../../lib/worker/browser/tabs';
import { registerMenu } from '../../lib/worker/browser/contextMenu';
import { registerOmnibox } from '../../lib/worker/browser/omnibox';
import { registerCommands } from '../../lib/worker/browser/commands';
import { registerNews } from '../../lib/worker/browser/news';
import { registerReadingSettings } from '../../lib/worker/browser/readingSettings';
import { registerWelcome } from '../../lib/worker/browser/welcome';
import { registerSites, syncSites } from '../../lib/worker/browser/contentScripts';
import { sweepKeys } from '../../lib/worker/connections';
import { answer } from '../../lib/worker/answer';
import { forgetBudget } from '../../lib/worker/confirm/budget';
import { registerLock } from '../../lib/worker/keys/unlocked';
import { policyReady, registerPolicy } from '../../lib/worker/policy/apply';
import { publishProviders } from '../../lib/worker/providerInfos';
import { closeStorage } from '../../lib/storage/closeStorage';
import { forgetOldStores } from '../../lib/storage/forgetOldStores';

/** Milliseconds until the worker tidies up: whoever woke it is answered first. */
const tidyAfter = 300;

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
    registerLock();
    registerWelcome();
    registerNews();
    registerPolicy();
    registerReadingSettings();
    void closeStorage();
    void policyReady().catch(() => {});
    setTimeout(tidyUp, tidyAfter);
  },
});

/** What cannot be done now is at the next start. */
function tidyUp(): void {
  void policyReady()
    .then(() => syncSites())
    .catch(() => {});
  void forgetOldStores().catch(() => {});
  void sweepKeys().catch(() => {});
  void publishProviders().catch(() => {});
}
