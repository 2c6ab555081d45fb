import type { Mention } from './mention';
import type { Prefilter } from './prefilter';

/** Judges the places of a page where a call ID may be. */
export interface Judge {
  found: Mention[];
  /** There is nothing more to be had of this scan. */
  isOver?: boolean;
  /** Adds the IDs of a text node from `at` on. Returns how far it has judged. */
  text(node: Text, at: number): number;
  input(input: HTMLInputElement): void;
  link(link: HTMLAnchorElement): void;
  /** The parts whose text may be the value of a label that `element` is, or has as an attribute. */
  valuesOf(element: HTMLElement): Iterable<Node>;
  /** The cells below the headers of a table or grid. */
  cellsOf(grid: Element): Iterable<Node>;
  /** The cells below the headers met in rows without roles, once each. */
  below(): Iterable<Node>;
}

/** Stands in until the judge is loaded, which few frames need: tells of the first place where an ID may be. */
export function waitingJudge(isOpen: Prefilter, hasLabel: (text: string) => boolean, wanted: () => void): Judge {
  const ask = (isChance: boolean) => {
    if (!isChance || judge.isOver) return;
    judge.isOver = true;
    wanted();
  };
  const read = (text: string) => ask(isOpen(text, () => '', true).length > 0);
  function readLabel(element: Element): [] {
    const texts = [...element.attributes].map(({ value }) => value);
    ask(hasLabel([...texts, element.children.length < 20 ? element.textContent : ''].join(' ')));
    return [];
  }
  const judge: Judge = {
    found: [],
    text(node) {
      ask(true);
      return node.length;
    },
    input: ({ value }) => read(value),
    link: ({ href }) => read(href),
    valuesOf: readLabel,
    cellsOf: (grid) => [...grid.querySelectorAll('tr,[role="columnheader"]')].slice(0, 60).flatMap(readLabel),
    below: () => [],
  };
  return judge;
}
