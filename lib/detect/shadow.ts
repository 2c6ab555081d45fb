/** Opens an element's shadow root, closed ones too: `chrome.dom.openOrClosedShadowRoot`, Firefox `el.openOrClosedShadowRoot`. */
export type OpenShadowRoot = (element: HTMLElement) => ShadowRoot | null;

/** Elements that are on every page and cannot have a shadow root or rarely do, the most frequent first: the selector stops there. */
const plain = `div,span,td,tr,p,a,b,li,i,svg,path,img,button,input,label,ul,section,h1,h2,h3,h4,h5,h6,th,tbody,thead,table,
  em,strong,small,code,pre,br,hr,option,select,textarea,form,g,use,rect,circle,line,polygon,defs,symbol,title,time,dl,dt,dd,ol,nav,header,
  footer,main,article,aside,figure,figcaption,blockquote,fieldset,legend,details,summary,dialog,script,style,link,meta,head,body,html,
  video,audio,source,canvas,iframe,template,noscript,u,s,sub,sup,mark,kbd,abbr,picture,col,colgroup,tfoot,caption,slot,text,tspan`;
const custom = `:not(${plain.replace(/\s+/g, '')})`;

/** Elements that may have a shadow root, and those with an ARIA label: one pass of the browser over all elements each. */
export const candidates = [custom, ':empty', '[aria-label],td[data-label],td[data-title],[role="columnheader"]'];

const hostNames = new Set(
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span'.split(','),
);

/**
 * Whether an element may have a shadow root. Asked of custom elements, and of the others only where they have no children of their
 * own: asking each of 100,000 elements takes longer than the whole scan. Not found: a root on a `div` or the like with children.
 */
export const mayHost = ({ localName }: Element) => localName.includes('-') || hostNames.has(localName);
