import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { parse } from 'yaml';
import type { CallSummary } from '../../../lib/call/call';

/** Bundles code of ours for a page, with the real English messages. */
export async function bundle(entry: string): Promise<string> {
  const messages = JSON.stringify(parse(readFileSync('locales/en.yml', 'utf8')));
  const i18n = `const messages = ${messages};
    const found = (key) => key.split('.').reduce((at, part) => at[part], messages);
    export const i18n = { t: (key, given = {}) => typeof given === 'number'
      ? (found(key)[given] ?? found(key).n).replace('$1', given)
      : found(key).replace(/{(\\w+)}/g, (_, name) => given[name]) };`;
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
          onResolve({ filter: /^#i18n$/ }, () => ({ path: 'i18n', namespace: 'i18n' }));
          onLoad({ filter: /.*/, namespace: 'i18n' }, () => ({ contents: i18n }));
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
