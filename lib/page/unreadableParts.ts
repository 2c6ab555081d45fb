import type { Unreadable } from './protocol';

/** Smaller frames and canvases are counters and icons. CSS pixels. */
const least = 100;
const most = 20;

/** What of a page cannot be read: frames of other origins, each to be asked for by its origin, and pictures of text. */
export function unreadableParts(): Unreadable[] {
  const isLarge = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width >= least && height >= least;
  };
  const origins = [...document.getElementsByTagName('iframe')]
    .filter(isLarge)
    .map(({ src }) => URL.parse(src)?.origin ?? '');
  const foreign = new Set(origins.filter((origin) => origin.startsWith('http') && origin !== location.origin));
  const canvases = [...document.getElementsByTagName('canvas')].filter(isLarge);
  return [
    ...[...foreign].map((origin) => ({ why: 'frame' as const, origin })),
    ...canvases.map(() => ({ why: 'canvas' as const })),
  ].slice(0, most);
}
