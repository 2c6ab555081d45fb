import { browser } from 'wxt/browser';
import { type FrameScripts, scriptsName } from '../../page/frameScripts';
import type { FrameParts } from '../../page/protocol';
import type { Reader } from './tabs';

/**
 * What else of a frame is worth knowing: parts that cannot be read, and phone numbers. Read by a function that is sent to the frame for the
 * moment, so that the content script does not carry it. None where the frame is gone.
 */
export async function partsOf({ tab, frame }: Pick<Reader, 'tab' | 'frame'>): Promise<FrameParts> {
  const none = { unreadable: [], phones: [] };
  try {
    const target = { tabId: tab, frameIds: [frame] };
    const [read] = await browser.scripting.executeScript({ target, func: readParts, args: [scriptsName] });
    return (read?.result as FrameParts | undefined) ?? none;
  } catch {
    return none;
  }
}

/** Runs in the frame, beside its content script, which left its own under a symbol of this `name`: nothing from outside its body is there. At most 20 parts and 20 phone numbers. */
function readParts(name: string): FrameParts {
  /** Smaller frames and canvases are counters and icons. CSS pixels. */
  const least = 100;
  const isLarge = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width >= least && height >= least;
  };
  const unreadable: FrameParts['unreadable'] = [];
  const origins = new Set<string>();
  for (const frame of [...document.getElementsByTagName('iframe')].filter(isLarge)) {
    const { protocol, origin } = URL.parse(frame.src) ?? {};
    const isSandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    if (origin?.startsWith('http') && origin !== location.origin) origins.add(origin);
    // Read where the browser lets us: the worker counts those that are.
    else if (protocol === 'data:' || isSandboxed) unreadable.push({ why: 'frame' });
  }
  for (const origin of origins) unreadable.push({ why: 'frame', origin });
  for (const canvas of document.getElementsByTagName('canvas')) if (isLarge(canvas)) unreadable.push({ why: 'canvas' });

  const phones = new Set<string>();
  const add = (text: string) => {
    if (/^[+\d\s().-]{7,24}$/.test(text)) phones.add(text.trim());
  };
  const { roots = [] } = (globalThis as Record<symbol, FrameScripts | undefined>)[Symbol.for(name)] ?? {};
  for (const root of [document, ...roots]) {
    for (const { href } of root.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]'))
      add(href.slice(4).replaceAll('%20', ' ').replaceAll('%2B', '+'));
    for (const { value } of root.querySelectorAll<HTMLInputElement>('input[type="tel"]')) add(value);
  }
  return { unreadable: unreadable.slice(0, 20), phones: [...phones].slice(0, 20) };
}
