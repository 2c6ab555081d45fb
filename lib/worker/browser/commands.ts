import { type Browser, browser } from 'wxt/browser';
import { openPanel } from '../../browser/sidePanel';
import { lookUpInPanel } from './lookUpInPanel';

/** Listens to the keyboard shortcuts, which a user may bind anew in the browser's settings. */
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
