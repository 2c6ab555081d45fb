import type { Page } from 'playwright-core';
import { anyId } from '../trust/anyCall';

/**
 * The five IDs of a record. Three are of HighLevel, one is of DialNexa, and one of OmniDimension stands on two records that follow each other: what 60
 * records a minute ask then stays below what the vendors allow.
 */
export const idsOf = (record: number): string[] => [
  ...[0, 1, 2].map((index) => (3 * record + index).toString(16).padStart(24, '65a1f0c2d4e6b8a091')),
  anyId['dialnexa']!(record),
  anyId['omnidimension']!(record >> 1),
];

/** A page that shows one record after the other, each at an address of its own. */
export const recordsPage = `<!doctype html><title>CRM</title><main></main><script>
  function show(record, ids) {
    history.pushState({}, '', '/records/' + record);
    document.querySelector('main').innerHTML = '<h1>Record ' + record + '</h1>' +
      ids.map((id) => '<dl><dt>Call ID</dt><dd>' + id + '</dd></dl>').join('');
    const shown = performance.now();
    const waits = {};
    return new Promise((resolve) => {
      (function look() {
        const marked = new Set([...CSS.highlights.values()].flatMap((all) => [...all].map(({ startContainer }) => startContainer.data)));
        const now = performance.now() - shown;
        for (const id of ids) if (marked.has(id)) waits[id] ??= now;
        if (Object.keys(waits).length === ids.length || now > 10000) resolve(ids.map((id) => waits[id] ?? Infinity));
        else requestAnimationFrame(look);
      })();
    });
  }
</script>`;

/** Goes from record to record, one a second. Returns the milliseconds from each ID on screen to its mark; `Infinity` where there was none. */
export async function goThroughRecords(page: Page, count: number, first = 0): Promise<number[]> {
  const waits: number[] = [];
  for (let record = first; record < first + count; record++) {
    const began = Date.now();
    waits.push(...(await page.evaluate<number[]>(`show(${record}, ${JSON.stringify(idsOf(record))})`)));
    await page.waitForTimeout(Math.max(0, began + 1000 - Date.now()));
  }
  return waits;
}

/** The middle one and the worst. */
export function told(waits: number[]): { median: number; worst: number } {
  const sorted = waits.toSorted((a, b) => a - b);
  return { median: Math.round(sorted[sorted.length >> 1] ?? Infinity), worst: Math.round(sorted.at(-1) ?? Infinity) };
}
