// How long the worker takes from its start to its first answer, by built folder: `npx tsx test/bench/workerStart.ts FOLDER …`.
import type { Page } from 'playwright-core';
import { stopWorkerOf } from '../e2e/helpers/stopWorker';
import { launchExtension, type RunningExtension } from '../harness/extension';

const rounds = 25;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Inside the page, where the function of `evaluate` runs. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Milliseconds until a worker that is asleep has answered a message that it needs nothing else for. */
async function answerTime(extension: RunningExtension, page: Page): Promise<number> {
  await stopWorkerOf(extension, page);
  return page.evaluate(async () => {
    const begun = performance.now();
    await chrome.runtime.sendMessage({ name: 'listProviders', payload: {} });
    return performance.now() - begun;
  });
}

const folders = process.argv.slice(2);
const browsers = await Promise.all(folders.map((extension) => launchExtension({ extension })));
const pages = await Promise.all(browsers.map((each) => each.options()));
const times = pages.map((): number[] => []);
for (let round = 0; round < rounds; round++)
  // The first round warms the browser's caches of code.
  for (const at of pages.keys()) {
    const index = (at + round) % pages.length;
    const time = await answerTime(browsers[index]!, pages[index]!);
    if (round > 0) times[index]!.push(time);
  }
await Promise.all(browsers.map((each) => each.close()));
const medians = times.map(median);
console.table(folders.map((folder, index) => ({ folder, ms: medians[index], ratio: medians[index]! / medians[0]! })));
