import { browser } from 'wxt/browser';
import type { RecordField } from '../../compare/compareRecord';
import { recordOf } from '../../crm';

/**
 * The fields of the CRM record a tab shows, as label and value; none where the page is no record or may not be read. Read by a
 * function that is sent to the page for the moment, so that the content script does not carry it.
 */
export async function fieldsOf(tab: number): Promise<RecordField[]> {
  const shown = await browser.tabs.get(tab).catch(() => undefined); // it may be closed by now
  if (!shown?.url || !recordOf(shown.url)) return [];
  const results = await browser.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, func: readFields })
    .catch(() => []);
  return results.flatMap(({ result }) => (result as RecordField[] | undefined) ?? []);
}

/** Runs in the page: nothing from outside its body is there. At most 300 fields of 500 characters; values of hidden or secret inputs are left alone. */
function readFields(): RecordField[] {
  const fields: RecordField[] = [];
  const add = (label: string | null | undefined, value: string | null | undefined) => {
    const name = label?.replace(/[\s:*]+$/, '').trim();
    const text = value?.trim();
    if (name && text && name.length <= 80 && text.length <= 500 && fields.length < 300)
      fields.push({ label: name, value: text });
  };
  const isSeen = (element: Element) => element.checkVisibility?.() ?? true;
  for (const term of document.querySelectorAll('dt')) {
    const value = term.nextElementSibling;
    if (value?.tagName === 'DD' && isSeen(value)) add(term.textContent, value.textContent);
  }
  for (const header of document.querySelectorAll('tr > th:first-child')) {
    const value = header.nextElementSibling;
    if (value?.tagName === 'TD' && header.parentElement?.children.length === 2 && isSeen(value)) {
      add(header.textContent, value.textContent);
    }
  }
  const inputs = 'input:not([type=hidden],[type=password],[type=checkbox],[type=radio],[type=file]),select,textarea';
  for (const input of document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(inputs)) {
    if (!isSeen(input)) continue;
    const value = input instanceof HTMLSelectElement ? input.selectedOptions[0]?.textContent : input.value;
    add(input.labels?.[0]?.textContent ?? input.getAttribute('aria-label'), value);
  }
  for (const element of document.querySelectorAll('[aria-labelledby]:not(input,select,textarea)')) {
    const label = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    if (label && isSeen(element) && element.childElementCount < 4) add(label.textContent, element.textContent);
  }
  return fields;
}
