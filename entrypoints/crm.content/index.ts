import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OpenShadowRoot } from '../../lib/page/detect/shadowHosts';
import type { CallFailure } from '../../lib/errors';
import { ask } from '../../lib/messages';
import { frame, type FrameScripts, scripts } from '../../lib/page/frameScripts';
import type { PageCommands } from '../../lib/page/protocol';
import { readPage, type PageReader, type PageWorker } from '../../lib/page/readPage';

type Command = { [N in keyof PageCommands]: { name: N; payload: PageCommands[N] } }[keyof PageCommands];

/** Firefox's way into closed shadow roots, and Chromium's. */
const openShadowRoot: OpenShadowRoot = (element) => {
  if (import.meta.env.FIREFOX)
    return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
  try {
    return (browser as unknown as { dom: { openOrClosedShadowRoot: OpenShadowRoot } }).dom.openOrClosedShadowRoot(
      element,
    );
  } catch {
    // The extension is gone; the script notices when it reports.
    return null;
  }
};

/** Whether the extension is still there: after an update or removal this script is nobody's. */
const isAlive = () => Boolean(browser?.runtime?.id);

/** Registered by `lib/worker/browser/contentScripts.ts`, for all frames of enabled sites. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    // A second injection finds the first. Where a frame of the page has the browser's name there is nobody to ask (docs/detection.md).
    if (!isAlive() || frame[scripts]?.isAlive()) return;
    const own: FrameScripts = (frame[scripts] = { isAlive });
    let page: PageReader | undefined;

    async function start(): Promise<void> {
      const rules = await ask('startReading', {}).catch(() => undefined);
      page?.stop();
      page = rules && readPage(rules, openShadowRoot, worker);
      own.roots = page?.roots;
      if (!page) leave();
    }

    function obey({ name, payload }: Command, _sender: unknown, reply: (answer: unknown) => void): boolean {
      if (name === 'here') reply(true);
      else if (name === 'restart') void start().then(() => reply(true));
      else if (name === 'stop') reply(leave());
      else void (page?.tell(name, payload as never) ?? Promise.resolve()).then(reply);
      return true;
    }

    /** A page that stood in the back/forward cache while its site was disabled was not told. */
    function endUnwanted(error: unknown): void {
      if ((error as Partial<CallFailure>).failure?.code === 'no-access') leave();
    }

    function leave(): void {
      page?.stop();
      page = undefined;
      frame[scripts] = undefined;
      browser.runtime?.onMessage.removeListener(obey);
    }

    const worker: PageWorker = {
      isAlive,
      loadMarks: async () => {
        if (!own.more) await ask('loadMarks', {});
        return own.more!;
      },
      report: (report) => void ask('report', report).catch(endUnwanted),
    };

    browser.runtime.onMessage.addListener(obey);
    void start();
  },
});
