import { highlighter } from '../../lib/page/marks/highlighter';
import { nearScreenWatcher } from '../../lib/page/marks/nearScreenWatcher';
import { followCalls, type CallsWorker } from '../../lib/page/marks/followCalls';
import type { Mention } from '../../lib/page/detect/mention';
import { judgeOf } from '../../lib/page/detect/judgeOf';
import { labels } from '../../lib/providers/labels';
import { readPage } from '../../lib/page/readPage';
import { idShapes as ids } from '../../lib/providers/idShapes';

/** The places of these IDs, one each. */
function placesOf(wanted: string[]): Mention[] {
  const left = new Set(wanted);
  const mentions: Mention[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const { 0: id, index: start } of node.data.matchAll(/\w{5,}/g)) {
      if (!left.delete(id)) continue;
      const place = { node, start, end: start + id.length };
      mentions.push({ id, providers: [], reason: 'label', place });
    }
  return mentions;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export interface Painted {
  /** Milliseconds of script, and of the layout it makes necessary. */
  script: number;
  layout: number;
}

let mentions: Mention[];

/** Finds the places to mark, before any clock runs. Returns how many. */
export async function prepare(wanted: string[]): Promise<number> {
  mentions = placesOf(wanted);
  await frame();
  return mentions.length;
}

/** Marks, and waits until all is on screen: the browser tells of places in one frame and draws marks in the next. */
async function measured(mark: () => void): Promise<Painted> {
  const began = performance.now();
  mark();
  const marked = performance.now();
  void document.body.offsetHeight;
  const layout = performance.now() - marked;
  for (let frames = 0; frames < 3; frames++) await frame();
  return { script: marked - began, layout };
}

/** All of them. */
export function paint(): Promise<Painted> {
  const own = highlighter(new Set());
  return measured(() => {
    for (const mention of mentions) own.paint(mention, 'positive');
  });
}

/** A single one: what a page's first mark costs. */
export function paintOne(): Promise<Painted> {
  const own = highlighter(new Set());
  return measured(() => {
    for (const mention of mentions.slice(0, 1)) own.paint(mention, 'positive');
  });
}

/** As the extension does it: those near the screen, as the browser tells. */
export function paintNear(): Promise<Painted> {
  const own = highlighter(new Set());
  const seen = nearScreenWatcher(
    (mention, sight) => own.paint(mention, sight === 'near' ? 'positive' : undefined),
    () => {},
  );
  return measured(() => {
    for (const mention of mentions) seen.watch(mention);
  });
}

/** As others do it: each in an element of its own. */
export function wrap(): Promise<Painted> {
  return measured(() => {
    for (const { place } of mentions.toReversed()) {
      if (!('node' in place)) continue;
      const range = document.createRange();
      range.setStart(place.node, place.start);
      range.setEnd(place.node, place.end);
      range.surroundContents(document.createElement('mark'));
    }
  });
}

/** Nothing: what three frames cost by themselves. */
export const nothing = (): Promise<Painted> => measured(() => {});

/** Reads the page as the content script does, every ID being a call. Returns how many calls there were once all is marked and told. */
export async function watch(): Promise<number> {
  let told = performance.now();
  let confirmed = 0;
  const worker: CallsWorker = {
    confirm: async (candidates) => {
      confirmed += candidates.length;
      const calls = candidates.map(({ id }) => ({ ref: { provider: 'p', connection: 'c', id }, flags: [] }));
      return { calls, rejected: [], later: [] };
    },
    taught() {},
    open() {},
  };
  readPage({ labels, ids, hosts: {}, names: {}, rules: [], askOnPoint: false }, (element) => element.shadowRoot, {
    isAlive: () => true,
    loadMarks: async () => ({ judgeOf, followCalls: (page) => followCalls({ ...page, worker }) }),
    report: () => (told = performance.now()),
  });
  while (performance.now() - told < 1_000) await new Promise((resolve) => setTimeout(resolve, 100));
  return confirmed;
}
