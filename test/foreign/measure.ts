import type { Page } from 'playwright-core';
import type { PageState } from '../../lib/page/protocol';
import { callIds } from './planted';

/** What a view shows of the planted calls, and what the extension lists for it. */
export interface Measured {
  expected: string[];
  found: string[];
}

/** Inside the extension, where the function of `evaluate` runs. */
declare const chrome: { storage: { session: { get(key: null): Promise<Record<string, unknown>> } } };

/** The planted calls that a user sees on the page, in text or in an input; what is in editors or behind an ellipsis is not. */
const seenOn = (page: Page): Promise<string[]> =>
  page.evaluate((ids) => {
    const inputs = [...document.querySelectorAll('input')].filter((input) => input.checkVisibility());
    const editors = [...document.querySelectorAll<HTMLElement>('textarea,[contenteditable="true"]')];
    const text = editors.reduce(
      (rest, { innerText }) => (innerText ? rest.replace(innerText, '') : rest),
      document.body.innerText,
    );
    const all = [text, ...inputs.map(({ value }) => value)].join('\n');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut = new Set<string>();
    const whole = new Set<string>();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const id of ids) {
        const at = node.data.indexOf(id);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + id.length);
        const { left } = range.getBoundingClientRect();
        const cell = node.parentElement!;
        const isCut = getComputedStyle(cell).textOverflow === 'ellipsis' && left > cell.getBoundingClientRect().right;
        (isCut ? cut : whole).add(id);
      }
    }
    return ids
      .filter((id) => all.includes(id) || all.includes(Number(id).toLocaleString('en-US')))
      .filter((id) => whole.has(id) || !cut.has(id))
      .sort();
  }, callIds);

/** The IDs that the extension lists for the one page that is read. */
async function listedFor(page: Page, options: Page): Promise<string[]> {
  const origin = new URL(page.url()).origin;
  const stored = await options.evaluate(() => chrome.storage.session.get(null));
  const states = Object.entries(stored).flatMap(([key, value]) =>
    key.startsWith('page:') ? [value as PageState] : [],
  );
  const calls = states.filter(({ address }) => address.startsWith(origin)).flatMap((state) => state.calls);
  return calls.map(({ id }) => id).sort();
}

/** Waits until a page shows the same for a second and a half. */
export async function settle(page: Page): Promise<void> {
  let before = '';
  for (let same = 0, turn = 0; same < 3 && turn < 40; turn++) {
    await page.waitForTimeout(500);
    const now = await page.evaluate(
      () => document.body.innerText + [...document.querySelectorAll('input')].map(({ value }) => value).join(),
    );
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Reads what is seen and what is listed, once both agree for a second, or after ten seconds. */
export async function measure(page: Page, options: Page): Promise<Measured> {
  let measured: Measured = { expected: [], found: [] };
  for (let same = 0, turn = 0; same < 3 && turn < 20; turn++) {
    measured = { expected: await seenOn(page), found: await listedFor(page, options) };
    same = measured.expected.join() === measured.found.join() ? same + 1 : 0;
    await page.waitForTimeout(500);
  }
  return measured;
}
