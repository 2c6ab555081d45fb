import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { findIn, fold, indexTexts } from '../../components/call/matches';
import { buildForE2e } from '../../demo/build';
import { launchExtension, connectByMessage } from '../../demo/extension';
import { startReplica } from '../../demo/replica';
import type { Json } from '../../lib/call';
import { tell } from '../e2e/tell';

const built = '.output/chrome-mv3-e2e';
const runs = 7;
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

/** The extension with one more page, which does nothing but show a word by React. */
async function withBlankPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-log-inspector-bench-'));
  await cp(built, folder, { recursive: true });
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createRoot } from 'react-dom/client';
        createRoot(document.getElementById('root')).render('blank');`,
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await writeFile(join(folder, 'blank.js'), outputFiles[0]?.text ?? '');
  await writeFile(
    join(folder, 'blank.html'),
    '<!doctype html><script type="module" src="blank.js"></script><div id="root"></div>',
  );
  return folder;
}

/** Leaves in `performance.measure`-like fashion when the page was readable: the first frame after something is there. */
function watchReadable({ wanted, press }: { wanted: string; press?: string }): void {
  const page = globalThis as { readable?: number };
  const look = () => {
    const button = press ? document.querySelector<HTMLElement>(press) : null;
    if (button && !button.dataset['pressed']) {
      button.dataset['pressed'] = 'yes';
      button.click();
    }
    if (!document.querySelector(wanted)?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (page.readable = performance.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from navigation to readable. */
async function opening(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  const handle = await page.waitForFunction(() => (globalThis as { readable?: number }).readable);
  return (await handle.jsonValue()) ?? Number.NaN;
}

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

/** Bytes of JavaScript a page loads before it is first drawn, gzipped. */
async function scriptSize(page: string): Promise<number> {
  const html = await readFile(join(built, page), 'utf8');
  const paths = new Set([...html.matchAll(/\/(chunks\/[^"]+\.js)"/g)].map(([, path]) => path ?? ''));
  const sizes = await Promise.all([...paths].map(async (path) => gzipSync(await readFile(join(built, path))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** How quickly a call can be read: prints each number with its limit, and leaves them in `test/.results/reading.json`. */
export async function reading(): Promise<void> {
  await buildForE2e();
  const folder = await withBlankPage();
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
  const at = (path: string) => `chrome-extension://${extension.id}/${path}`;
  const pageWatching = async (watch: Parameters<typeof watchReadable>[0]) => {
    const page = await extension.context.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    // tsx names inner functions by a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (each) => each');
    await page.addInitScript(watchReadable, watch);
    return page;
  };
  try {
    const known = { connection: connections['highlevel'] ?? '', provider: 'highlevel' };
    for (const id of Object.values(ids)) {
      await tell(options, 'getCall', { ref: { ...known, id }, refresh: true, request: id });
    }
    await tell(options, 'lookUp', { id: ids.short, provider: 'highlevel', request: 'visit' });

    const blankPage = await pageWatching({ wanted: '#root' });
    const blank = await medianOf(() => opening(blankPage, at('blank.html')));
    const popup = await pageWatching({ wanted: 'article ol > li', press: 'ul li button' });
    const cached = await medianOf(() => opening(popup, at('popup.html')));
    const call = await pageWatching({ wanted: 'article ol > li' });
    const short = await medianOf(() => opening(call, at(`call.html#/highlevel/${ids.short}`)));
    const long = await medianOf(() => opening(call, at(`call.html#/highlevel/${ids.long}`)));
    await call.waitForTimeout(500);
    const late = await medianOf(() => lateFrames(call));
    await call.evaluate(() => scrollTo(0, 0));
    const strokes = await keystrokes(call);

    const results = [
      { what: 'popup open to cached call readable / blank React page', value: cached / blank, limit: 1.5 },
      { what: '10,000 turns first readable / 100 turns', value: long / short, limit: 2 },
      { what: 'frames over 16.7 ms while scrolling 10,000 turns', value: late, limit: 0.05 },
      { what: 'search over 10,000 turns, ms a keystroke', value: median(strokes), limit: 16 },
      { what: 'search / String.indexOf over the same text', value: searchRatio(), limit: 5 },
      { what: 'popup JavaScript, kB gzip', value: (await scriptSize('popup.html')) / 1000, limit: 130 },
      { what: 'full page JavaScript, kB gzip', value: (await scriptSize('call.html')) / 1000, limit: 130 },
    ];
    console.table(results.map((each) => ({ ...each, value: Number(each.value.toFixed(3)) })));
    const milliseconds = { blank, cached, short, long, strokes };
    await mkdir('test/.results', { recursive: true });
    await writeFile('test/.results/reading.json', JSON.stringify({ results, milliseconds }, null, 2));
    console.log(milliseconds);
  } finally {
    await extension.close();
    await replica.close();
    await rm(folder, { recursive: true, force: true });
  }
}
