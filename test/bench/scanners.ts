import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { idShapes as ids, providerPages as hosts } from '../../lib/providers/idShapes';
import { scan as detect, scanAdded } from '../../lib/page/detect/scan';
import { judgeOf } from '../../lib/page/detect/judgeOf';
import { tokens } from '../../lib/page/detect/tokens';
import { findIds } from '../../lib/page/detect/findIds';
import { labels } from '../../lib/providers/labels';

const openShadowRoot = (element: HTMLElement) => element.shadowRoot;

/** What a scanner took (milliseconds) and found; `longest` is its longest slice. */
export interface Measured {
  ms: number;
  found: string[];
  longest?: number;
}

function timed(work: () => string[]): Measured {
  const began = performance.now();
  const found = work();
  return { ms: performance.now() - began, found };
}

/** The least a scanner that looks at each text can do. */
export const floor = () =>
  timed(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let length = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      length += node.data.length;
    return length > 0 ? [] : ['no text'];
  });

/** Everything detection does, in its slices. */
export async function scan(): Promise<Measured> {
  const native = (globalThis as unknown as { scheduler: { yield(): Promise<void> } }).scheduler;
  let longest = 0;
  let slice = performance.now();
  const measuring = {
    async yield() {
      longest = Math.max(longest, performance.now() - slice);
      await native.yield();
      slice = performance.now();
    },
  };
  Object.defineProperty(globalThis, 'scheduler', { value: measuring, configurable: true });
  const began = performance.now();
  const found: string[] = [];
  for await (const mentions of detect(document, ids, { labels, hosts, openShadowRoot, judgeOf }))
    for (const { id } of mentions) found.push(id);
  const ms = performance.now() - began;
  return { ms, found, longest: Math.max(longest, performance.now() - slice) };
}

const shapes =
  /\b(?:(?:call|log)_[A-Za-z0-9]{6,}|[0-9a-f]{24}|(?:call[ _]?(?:log)?[ _]?id|call log|Anruf-ID):? ?\d{3,12})\b/gi;

export const markJs = () =>
  timed(() => {
    const found: string[] = [];
    new Mark(document.body).markRegExp(shapes, { each: (element: Element) => found.push(element.textContent!) });
    return found;
  });

export const findAndReplace = () =>
  timed(() => {
    const found: string[] = [];
    findAndReplaceDOMText(document.body, {
      find: shapes,
      replace: (_portion: unknown, match: string[]) => (found.push(match[0]!), document.createTextNode(match[0]!)),
    });
    return found;
  });

/** Reads every change of the page from now on. */
export function watch(): void {
  const observer = new MutationObserver((records) => {
    const changed = new Set<Node>();
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') changed.add(target);
      else for (const node of addedNodes) changed.add(node);
    }
    scanAdded(changed, ids, { labels, hosts, openShadowRoot, judgeOf });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

/** Milliseconds to find the IDs of a text, and to judge it as one text node of a page. */
export function read(text: string): { text: number; page: number } {
  const first = timed(() => findIds(text, ids, labels, hosts).map(({ id }) => id)).ms;
  const node = document.createElement('p');
  node.textContent = text;
  document.body.append(node);
  const second = timed(() => scanAdded([node], ids, { labels, hosts, openShadowRoot, judgeOf }).map(({ id }) => id)).ms;
  node.remove();
  return { text: first, page: second };
}

/** Milliseconds to find everything that has the shape of an ID. */
export const shape = (text: string) => timed(() => tokens(text, ids).map(({ id }) => id)).ms;
