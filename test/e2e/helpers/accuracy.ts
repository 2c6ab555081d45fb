import { expect } from 'vitest';

/** What is found of the IDs that stand on pages, summed over them. */
export function createAccuracy() {
  const total = { right: 0, missed: 0, wrong: 0 };
  return {
    /** Adds a page, and fails naming what was missed and what is wrong. */
    add<M extends { id: string }>(page: string, truth: string[], mentions: M[]): void {
      const found = new Set(mentions.map(({ id }) => id));
      const missed = truth.filter((id) => !found.has(id));
      const wrong = mentions.filter(({ id }) => !truth.includes(id));
      total.right += truth.length - missed.length;
      total.missed += missed.length;
      total.wrong += wrong.length;
      console.log(`${page}: ${truth.length} IDs, ${missed.length} missed, ${wrong.length} wrong`);
      expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
    },
    /** Prints precision and recall over the pages that were added. */
    print(): void {
      const precision = total.right / (total.right + total.wrong);
      const recall = total.right / (total.right + total.missed);
      const all = total.right + total.missed;
      console.log(`precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of ${all} IDs`);
    },
  };
}
