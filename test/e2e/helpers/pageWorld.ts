import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { CallSummary } from '../../../lib/call/call';
import { messagesOf } from '../../harness/texts';

/** What `lib/language/i18n.ts` asks of the browser, with the real English messages. */
const i18nOfBrowser = () => `const messages = ${JSON.stringify(messagesOf('en'))};
  const getMessage = (name, values) => (messages[name] ?? '').replace(/\\$(\\d)/g, (_, digit) => values[digit - 1] ?? '');
  export const browser = { i18n: { getMessage, getUILanguage: () => 'en-US' } };`;

/** Bundles code of ours for a page, in English. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
    charset: 'utf8',
    loader: { '.css': 'text' },
    plugins: [
      {
        name: 'i18n',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^#i18n$/ }, () => ({ path: resolve('lib/language/i18n.ts') }));
          onResolve({ filter: /^wxt\/browser$/ }, ({ importer }) =>
            importer.endsWith('i18n.ts') ? { path: 'i18n', namespace: 'browser' } : undefined,
          );
          onLoad({ filter: /.*/, namespace: 'browser' }, () => ({ contents: i18nOfBrowser() }));
        },
      },
    ],
  });
  return result.outputFiles[0]!.text;
}

/** A world of its own beside the page's, as a content script has: it shares the document, and none of the page's variables. */
export interface World {
  run<T>(expression: string): Promise<T>;
}

export async function openWorld(page: Page, session?: CDPSession): Promise<World> {
  const cdp = session ?? (await page.context().newCDPSession(page));
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'extension',
  });
  return {
    async run<T>(expression: string) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    },
  };
}

/** A call the stand-in worker knows. */
export const summary = (id: string, part: Partial<CallSummary> = {}): CallSummary => ({
  ref: { provider: 'dialnexa', connection: 'c1', id },
  status: { raw: 'completed', kind: 'completed' },
  sentiment: { raw: 'Positive', kind: 'positive' },
  agent: { name: 'Ada (support)' },
  startedAt: { text: '2024-05-20T12:30:00Z', iso: '2024-05-20T12:30:00Z' },
  duration: 192,
  summary: 'The customer asked for a new delivery date and agreed to next Tuesday morning.',
  flags: [],
  ...part,
});
