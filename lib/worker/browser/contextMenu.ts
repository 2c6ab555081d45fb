import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { idsIn } from '../calls/idsInText';
import { openLink, openPanel, showInPanel } from '../../browser/sidePanel';

const menu = 'open-call-log';

/** Adds "Open call log" to the menu of selections, links and input fields. */
export function registerMenu(): void {
  // Adding it twice is an error, and it outlives the worker.
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: menu,
      title: i18n.t('menu.openCallLog'),
      contexts: ['selection', 'link', 'editable'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }, tab) => {
    if (menuItemId !== menu || !tab) return;
    // Nothing may come before it: the browser opens the panel only while the click lasts.
    const opened = openPanel(tab.windowId);
    void opened.then(() => lookUpInPanel(tab.windowId, [selectionText, linkUrl]));
  });
}

/** Listens to the keyboard shortcuts, which a person may bind anew in the browser's settings. */
export function registerCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    const { id, windowId } = tab;
    if (command === 'open-panel') void openPanel(windowId);
    else if (command === 'look-up-selection') {
      const opened = openPanel(windowId);
      void Promise.all([selectionOf(id), opened]).then(([text]) => lookUpInPanel(windowId, [text]));
    } else if (command === 'next-mark' || command === 'previous-mark') {
      const payload = { backwards: command === 'previous-mark' };
      // A page that is not read has no marks.
      void browser.tabs.sendMessage(id, { name: 'next', payload }).catch(() => {});
    }
  });
}

/** Answers the keyword `call` in the address bar: one ID opens as a page, anything else is looked up there. */
export function registerOmnibox(): void {
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('omnibox.suggestion') });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void openLink(linkOf(text), disposition);
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

/** Looks up the first text that holds an ID; where none does the panel says so. Without any text it stays as it was. */
async function lookUpInPanel(windowId: number, texts: (string | undefined)[]): Promise<void> {
  const given = texts.filter((text) => text?.trim());
  const text = given.find((each) => each && hasIds(each)) ?? given[0];
  if (text) await showInPanel(windowId, { text });
}

function hasIds(text: string): boolean {
  try {
    return idsIn(text).length > 0;
  } catch {
    return false;
  }
}

/** The text selected in a tab, in whichever frame has the focus. The shortcut permits to read it, on any page. */
async function selectionOf(tab: number): Promise<string | undefined> {
  const frames = await browser.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, func: selectedText })
    .catch((): Browser.scripting.InjectionResult<string>[] => []);
  return frames.map(({ result }) => result).find((text) => text?.trim());
}

/** Runs in the page, so it can use nothing from outside. */
function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return getSelection()?.toString() ?? '';
}
