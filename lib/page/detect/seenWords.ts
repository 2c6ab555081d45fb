import { seenText } from './seenText';

/** Parts of the page that say nothing of the values beside them. */
const silent =
  'script,style,template,noscript,select,datalist,textarea,svg,img,input,lightning-helptext,[role="tooltip"],[role="img"],[hidden],[style*="display:none"],[style*="display: none"]';
const button = 'button,[role="button"],[role="menuitem"],[role="option"],[role="tab"],summary,[type="submit"]';
/** The names of pictures in icon fonts are words: "info", "content_copy". */
const icon = /icon|symbol|glyph|(?:^|\s)fa-/i;
const ligature = /^\s*[a-z\d_]*\s*$/;
/** Words for those who need more: help, hints, what only screen readers say. */
const hint =
  /tool-?tip|hint|help|sr-only|visually-?hidden|screen-?reader|assistive|descri(?:be|ption)|subtitle|sub-?text/i;

const nameOf = (element: Element) => `${element.localName} ${element.getAttribute('class') ?? ''}`;

/** Whether nothing that an element shows can be the label of a value beside it. */
export const isSilent = (element: Element): boolean =>
  element.matches(silent) || (icon.test(nameOf(element)) && ligature.test(element.textContent ?? ''));

export const isButton = (element: Element): boolean => element.matches(button);

/** Whether an element only explains the label before it. */
export const isHint = (element: Element): boolean =>
  (hint.test(nameOf(element)) ||
    (element.localName === 'small' && /(?:\S+\s+){3}\S/.test(element.textContent ?? ''))) &&
  !/\d{3}/.test(element.textContent ?? '');

/** The words of an element as they are read: without icons, buttons, hints and what is not displayed; those alone where there are no others. */
export function seenWords(element: Element): string {
  const words = wordsOf(element, (part) => isSilent(part) || isButton(part) || isHint(part));
  return /[\p{L}\p{N}]/u.test(words) ? words : wordsOf(element, isSilent);
}

function wordsOf(element: Element, isLeftOut: (part: Element) => boolean): string {
  let words = '';
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words += (child as Text).data;
    else if (child.nodeType === Node.ELEMENT_NODE && !isLeftOut(child as Element))
      words += wordsOf(child as Element, isLeftOut);
    else words += ' ';
  }
  return seenText(words).text;
}
