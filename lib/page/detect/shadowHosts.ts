/** Opens an element's shadow root, closed ones too: `chrome.dom.openOrClosedShadowRoot`, Firefox `el.openOrClosedShadowRoot`. */
export type OpenShadowRoot = (element: HTMLElement) => ShadowRoot | null;

/** Elements that are on every page and cannot have a shadow root or rarely do, the most frequent first: the selector stops there. */
const plain = 'div,span,p,a,td,b,li,tr,i,svg,path,img,button,input,label,ul,option,g,use,br';
const custom = `:not(${plain})`;

/** Elements that may have a shadow root. One selector each, as all that is asked of a page: the browser has a quick way for one, not for a list. */
export const hostSelectors = [custom, ':empty'];

const hostNames = new Set('article,aside,body,div,footer,header,main,nav,p,section,span'.split(','));

/**
 * Whether an element may have a shadow root. Asked of custom elements, and of the others only where they have no children of their
 * own: asking each of 100,000 elements takes longer than the whole scan. Not found: a root on a `div` or the like with children.
 */
export const mayHost = ({ localName }: Element) => localName.includes('-') || hostNames.has(localName);
