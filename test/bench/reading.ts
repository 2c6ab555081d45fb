import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { findIn, fold, indexTexts } from '../../lib/call/textSearch';
import { buildForE2e } from '../harness/buildForE2e';
import { launchExtension } from '../harness/extension';
import { scriptSize } from '../harness/scriptSize';
import { connectByMessage } from '../harness/steps';
import { startReplica } from '../harness/replica';
import type { Json } from '../../lib/call/call';
import { stopWorkerOf } from '../e2e/helpers/stopWorker';
import { tell } from '../e2e/helpers/tell';
import { open, openInTurn, pageForOpening, withBlankPage } from './opening';

const built = '.output/chrome-mv3-e2e';
const runs = 7;
const rounds = 12;
const ids = { short: '673b4e1a9c0d2f5e8a7b0100', long: '673b4e1a9c0d2f5e8a710000' };
const turns = { short: 100, long: 10_000 };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
async function medianOf(measure: () => Promise<number> | number): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await measure());
  return median(values);
}

const saying = (index: number) =>
  `Turn ${index + 1}: thank you for calling about order ${10_000 + index}, which we sent on Monday to your new address.`;

const callOf = (id: string, count: number): Json => ({
  id,
  duration: count * 4,
  transcriptWithToolCalls: Array.from({ length: count }, (_, index) => ({
    role: index % 2 ? 'user' : 'agent',
    content: saying(index),
    startTime: index * 4,
    endTime: index * 4 + 3,
  })),
});

/** The share of frames that came later than the display wanted them, while scrolling 200 frames by 200 pixels. */
const lateFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const times: number[] = [];
        const step = (now: number) => {
          times.push(now);
          if (times.length > 200) {
            // A millisecond for the clock's own unrest.
            const late = times.slice(1).filter((time, index) => time - (times[index] ?? 0) > 17.7);
            resolve(late.length / (times.length - 1));
            return;
          }
          scrollBy(0, 200);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

/** Milliseconds from each keystroke to the new count on screen. */
const keystrokes = (page: Page) =>
  page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[aria-label="Search transcript"]');
    const output = input?.closest('div')?.querySelector('output');
    if (!input || !output) throw new Error(`no search field: ${document.body.innerText.slice(0, 300)}`);
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const times: number[] = [];
    for (const query of ['order 1', 'order 12', 'order 123', 'order 1234', 'order 12345', 'order 1999']) {
      const before = performance.now();
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(output, { childList: true, characterData: true, subtree: true });
      });
      set?.call(input, query);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      times.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return times;
  });

/** A search over all turns against the plainest one, `String.indexOf` over the same text. */
function searchRatio(): number {
  const texts = Array.from({ length: turns.long }, (_, index) => saying(index));
  const index = indexTexts(texts);
  const text = texts.map(fold).join('\n');
  const time = (work: () => void) => {
    const from = performance.now();
    for (let again = 0; again < 20; again++) work();
    return performance.now() - from;
  };
  const ratios = Array.from({ length: runs }, () => {
    const ours = time(() => findIn(index, 'order'));
    const plain = time(() => {
      for (let at = text.indexOf('order'); at >= 0; at = text.indexOf('order', at + 1));
    });
    return ours / plain;
  });
  return median(ratios);
}

/** How quickly a call can be read: prints each number with its limit, and leaves them in `test/.results/reading.json`. */
export async function reading(): Promise<void> {
  await buildForE2e();
  const folder = await withBlankPage(built);
  const replica = await startReplica();
  const extension = await launchExtension({ extension: folder });
  replica.override('highlevel', (request, response) => {
    const [name] = Object.entries(ids).find(([, id]) => request.url?.includes(`call-logs/${id}`)) ?? [];
    if (!name) return false;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(callOf(ids[name as keyof typeof ids], turns[name as keyof typeof turns])));
    return undefined;
  });
  const options = await extension.options();
  const connections = await connectByMessage(options, replica);
  const origin = `chrome-extension://${extension.id}`;
  try {
    const known = { connection: connections['highlevel'] ?? '', provider: 'highlevel' };
    for (const id of Object.values(ids)) {
      await tell(options, 'getCall', { ref: { ...known, id }, refresh: true, request: id });
    }
    const lookUp = (id: string) =>
      tell(options, 'lookUp', { id, providers: ['highlevel'], request: crypto.randomUUID() });
    await lookUp(ids.long);
    const wanted = 'article ol > li';
    const openings = {
      blank: { path: 'blank.html', wanted: '#root' },
      // The newest of the recent calls is opened again.
      popup: { path: 'popup.html', wanted, press: ids.short, prepare: () => lookUp(ids.short) },
      short: { path: `call.html#/highlevel/${ids.short}`, wanted },
      long: { path: `call.html#/highlevel/${ids.long}`, wanted },
    };
    const page = await pageForOpening(extension.context, Object.values(openings));
    const times = await openInTurn(page, origin, openings, rounds);
    const asleep = {
      ...openings.popup,
      prepare: async () => {
        await lookUp(ids.short);
        await stopWorkerOf(extension, options);
      },
    };
    const cold = await medianOf(() => open(page, origin, asleep));
    const { blank, popup, short, long } = Object.fromEntries(
      Object.entries(times).map(([name, all]) => [name, median(all)]),
    ) as Record<keyof typeof openings, number>;

    await open(page, origin, openings.long);
    await page.waitForTimeout(500);
    const late = await medianOf(() => lateFrames(page));
    await page.evaluate(() => scrollTo(0, 0));
    const strokes = await keystrokes(page);

    const results = [
      { what: 'popup open to cached call readable / blank React page', value: popup / blank, limit: 1.5 },
      { what: 'the same with the worker asleep', value: cold / blank },
      { what: '10,000 turns first readable / 100 turns', value: long / short, limit: 2 },
      { what: 'frames over 16.7 ms while scrolling 10,000 turns', value: late, limit: 0.05 },
      { what: 'search over 10,000 turns, ms a keystroke', value: median(strokes), limit: 16 },
      { what: 'search / String.indexOf over the same text', value: searchRatio(), limit: 5 },
      { what: 'popup JavaScript, kB gzip', value: (await scriptSize(built, 'popup.html')) / 1000, limit: 130 },
      { what: 'side panel JavaScript, kB gzip', value: (await scriptSize(built, 'sidepanel.html')) / 1000, limit: 130 },
      { what: 'full page JavaScript, kB gzip', value: (await scriptSize(built, 'call.html')) / 1000, limit: 130 },
    ];
    console.table(results.map((each) => ({ ...each, value: Number(each.value.toFixed(3)) })));
    const milliseconds = { blank, popup, cold, short, long, strokes };
    await mkdir('test/.results', { recursive: true });
    await writeFile('test/.results/reading.json', JSON.stringify({ results, milliseconds, times }, null, 2));
    console.log(milliseconds);
  } finally {
    await extension.close();
    await replica.close();
    await rm(folder, { recursive: true, force: true });
  }
}
