import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { hostileTexts } from '../bench/hostile';
import type { read } from '../bench/scanners';
import { bundle, openWorld, type World } from '../e2e/helpers/pageWorld';
import { startChromium } from '../harness/startChromium';
import { count } from './count';
import { report } from './report';

const more: Record<string, string> = {
  'letters of every script': `'番号١٢٣ɦ🙂\\u202E'.repeat(90000)`,
  'combining marks': `('e' + '\\u0301'.repeat(50) + '50958 ').repeat(18000)`,
};
const factor = 4;
/** Of a MiB. */
const unit = count(0.5, 1);
/** A search that takes time in proportion grows by 4, and a little more for the memory it takes; with the square of the text, by 16. */
const mostGrowth = 8;
/** Below this many milliseconds the clock measures itself. */
const shortest = 2;

let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await startChromium();
  const page = await browser.newPage();
  world = await openWorld(page);
  await world.run(`${await bundle("export { read } from './test/bench/scanners';")}; globalThis.ours = ours; 0`);
});
afterAll(() => browser.close());

/** Milliseconds that the detector takes for so many units of the text, pasted and in a page: the least of five each. */
async function cost(text: string, size: number): Promise<number[]> {
  const times: ReturnType<typeof read>[] = [];
  for (let time = 0; time < 5; time++)
    times.push(await world.run(`ours.read((${text}).slice(0, ${unit} * (1 << 20)).repeat(${size}))`));
  return [Math.min(...times.map((each) => each.text)), Math.min(...times.map((each) => each.page))];
}

/** How many times as long `factor` units take as one. It is measured again where that is too much, twice: a busy machine slows one of the two. */
async function growthOf(text: string): Promise<number> {
  let least = Infinity;
  for (let times = 0; times < 3 && least > mostGrowth; times++) {
    const [long, short] = [await cost(text, factor), await cost(text, 1)];
    least = Math.min(least, Math.max(...long.map((time, way) => time / Math.max(short[way]!, shortest))));
  }
  return least;
}

it(
  'a text made to be slow to search takes time in proportion to its length',
  { timeout: count(4, 10) * 60_000 },
  async () => {
    const texts = Object.entries({ ...hostileTexts, ...more });
    const slow: string[] = [];
    let most = 0;
    for (const [name, text] of texts) {
      const growth = await growthOf(text);
      most = Math.max(most, growth);
      if (growth > mostGrowth) slow.push(`${name}: ${growth.toFixed(1)}`);
    }
    report(
      'R12',
      'A text made to be slow to search takes at most 8 times as long when it is 4 times as long, where its square would be 16',
      `${texts.length} texts of ${unit} and ${factor * unit} MiB, growth at most ${most.toFixed(1)}`,
    );
    expect(slow).toEqual([]);
  },
);
