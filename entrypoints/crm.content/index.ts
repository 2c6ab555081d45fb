import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OpenShadowRoot } from '../../lib/detect/shadow';
import type { FollowCalls } from '../../lib/marks/calls';
import { ask, type PageCommands } from '../../lib/messages';
import { readPage, type PageReader, type PageWorker } from '../../lib/watch/page';

type Command = { [N in keyof PageCommands]: { name: N; payload: PageCommands[N] } }[keyof PageCommands];

/** Chromium's way into closed shadow roots, and Firefox's. */
const openShadowRoot: OpenShadowRoot = (element) => {
  const { dom } = browser as { dom?: { openOrClosedShadowRoot: OpenShadowRoot } };
  if (dom) return dom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
};

/** The script of this frame, where a second injection finds it. */
const frame = globalThis as { callLogInspector?: () => boolean; callLogMarks?: FollowCalls };

/** Whether the extension is still there: after an update or removal this script is nobody's. */
const isAlive = () => Boolean(browser.runtime?.id);

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    if (frame.callLogInspector?.()) return;
    frame.callLogInspector = isAlive;
    let page: PageReader | undefined;

    async function start(): Promise<void> {
      const rules = await ask('startReading', {}).catch(() => undefined);
      page?.stop({});
      page = rules && readPage(rules, openShadowRoot, worker);
      if (!page) leave();
    }

    function obey({ name, payload }: Command, _sender: unknown, reply: (answer: unknown) => void): boolean {
      if (name === 'here') reply(true);
      else if (name === 'restart') void start().then(() => reply(true));
      else void Promise.resolve(page?.[name](payload as never)).then(reply);
      if (name === 'stop') leave();
      return true;
    }

    function leave(): void {
      page = undefined;
      frame.callLogInspector = undefined;
      browser.runtime?.onMessage.removeListener(obey);
    }

    const worker: PageWorker = {
      isAlive,
      loadCalls: async () => {
        if (!frame.callLogMarks) await ask('loadMarks', {});
        return frame.callLogMarks!;
      },
      confirm: (candidates, pointed) => ask('confirm', { candidates, pointed }),
      report: (report) => void ask('report', report).catch(() => {}),
      taught: (picked) => void ask('taught', picked).catch(() => {}),
      open: ({ ref }) => void ask('openCall', { ref }).catch(() => {}),
    };

    browser.runtime.onMessage.addListener(obey);
    void start();
  },
});
