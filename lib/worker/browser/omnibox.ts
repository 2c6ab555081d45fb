import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { idsIn } from '../calls/idsInText';
import { providersReady } from '../described/ready';
import { languageReady } from '../../browser/chosenLanguage';
import { openLink } from '../../browser/callLink';

/** Says in the address bar what the keyword is for. */
export const nameSuggestion = async (): Promise<void> =>
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('omnibox.suggestion') });

/** Answers the keyword `call` in the address bar: one ID opens as a page, anything else is looked up there. */
export function registerOmnibox(): void {
  void languageReady().then(nameSuggestion);
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void providersReady()
      .catch(() => {})
      .then(() => openLink(linkOf(text), disposition));
  });
}

function linkOf(text: string): Parameters<typeof openLink>[0] {
  try {
    const [only, ...others] = idsIn(text);
    const [provider] = only?.providers ?? [];
    if (only && provider && others.length === 0 && only.providers.length === 1) return { provider, id: only.id };
  } catch {
    // The page says what is wrong with the text.
  }
  return { text };
}
