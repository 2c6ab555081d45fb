import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { CDPSession } from 'playwright-core';
import { startChromium } from '../harness/startChromium';

/** Timers are exact to 5 µs only on a cross-origin isolated page. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A freshly loaded page with code in an isolated world of its own, as a content script has. */
export interface World {
  /** Runs an expression beside the code (there as `bench`). Returns its value. */
  run<T>(expression: string): Promise<T>;
  /** The same in the page's own world. */
  runInPage<T>(expression: string): Promise<T>;
  /** CPU milliseconds the page's main thread has used so far. */
  busy(): Promise<number>;
}

export interface BenchBrowser {
  load(name: string): Promise<World>;
  version: string;
  close(): Promise<void>;
}

/** Serves `pages` by name on loopback and opens Chromium; every load is fresh and garbage-collected. */
export async function openBrowser(pages: Record<string, string>, entry: string): Promise<BenchBrowser> {
  const server = createServer((request, response) => {
    response.writeHead(200, headers).end(pages[request.url!.slice(1)] ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    charset: 'utf8',
    loader: { '.css': 'text' },
  });
  const code = bundle.outputFiles[0]!.text;
  const browser = await startChromium('--js-flags=--expose-gc');
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  return {
    version: browser.version(),
    async load(name) {
      await page.goto(`http://127.0.0.1:${port}/${name}`);
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = { frameId: frameTree.frame.id, worldName: 'bench' };
      const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
      await evaluate(session, `${code};gc();0`, executionContextId);
      return {
        run: (expression) => evaluate(session, expression, executionContextId),
        runInPage: (expression) => evaluate(session, expression),
        async busy() {
          const { metrics } = await session.send('Performance.getMetrics');
          return 1000 * metrics.find((metric) => metric.name === 'TaskDuration')!.value;
        },
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function evaluate<T>(session: CDPSession, expression: string, contextId?: number): Promise<T> {
  const answer = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (answer.exceptionDetails)
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  return answer.result.value as T;
}
