import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OpenShadowRoot } from '../../lib/page/detect/shadowHosts';
import type { CallFailure } from '../../lib/errors';
import type { FollowCalls } from '../../lib/page/marks/followCalls';
import { ask } from '../../lib/messages';
import type { PageCommands } from '../../lib/page/protocol';
import { readPage, type PageReader, type PageWorker } from '../../lib/page/readPage';

type Command = { [N in keyof PageCommands]: { name: N; payload: PageCommands[N] } }[keyof PageCommands];

/** Chromium's way into closed shadow roots, and Firefox's. */
const openShadowRoot: OpenShadowRoot = (element) => {
  const { dom } = browser as { dom?: { openOrClosedShadowRoot: OpenShadowRoot } };
  try {
    if (dom) return dom.openOrClosedShadowRoot(element);
  } catch {
    // The extension is gone; the script notices when it reports.
    return null;
  }
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
};

/** The script of this frame, where a second injection finds it. */
const frame = globalThis as { callLogInspector?: () => boolean; callLogMarks?: FollowCalls };

/** Whether the extension is still there: after an update or removal this script is nobody's. */
const isAlive = () => Boolean(browser.runtime?.id);

/** Registered by `lib/browser/sites.ts`, for all frames of enabled sites. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    if (frame.callLogInspector?.()) return;
    frame.callLogInspector = isAlive;
    let page: PageReader | undefined;

    async function start(): Promise<void> {
      const rules = await ask('startReading', {}).catch(() => undefined);
      page?.stop();
      page = rules && readPage(rules, openShadowRoot, worker);
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
      frame.callLogInspector = undefined;
      browser.runtime?.onMessage.removeListener(obey);
    }

    const worker: PageWorker = {
      isAlive,
      loadMarks: async () => {
        if (!frame.callLogMarks) await ask('loadMarks', {});
        return frame.callLogMarks!;
      },
      report: (report) => void ask('report', report).catch(endUnwanted),
    };

    browser.runtime.onMessage.addListener(obey);
    void start();
  },
});
