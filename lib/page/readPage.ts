import { scan } from './detect/scan';
import type { OpenShadowRoot } from './detect/shadowHosts';
import type { MoreScripts } from './frameScripts';
import type { CallCommands, Calls } from './marks/followCalls';
import type { PageCommands, ReadingRules, ShownReport } from './protocol';
import { mentionStore } from './mentionStore';
import { watch } from './watch';

/** What the worker does for a page. */
export interface PageWorker {
  /** Whether it is there at all; if not, the page is left without a trace. */
  isAlive(): boolean;
  /** Loads what judges and follows the calls of a page; asked for when it may show an ID. */
  loadMarks(): Promise<MoreScripts>;
  report(report: ShownReport): void;
}

/** Milliseconds between reports. */
const reportEvery = 300;
const mostCalls = 500;
/** What the worker reads besides, when there is another number of them: see `ShownReport`. */
const partNames = 'iframe,canvas,[href^="tel:"],[type=tel]';

export interface PageReader {
  /** The shadow roots met so far. */
  roots: ReadonlySet<ShadowRoot>;
  /** Does what is to be done with the page's calls. Returns what came of it: `false` where there are none. */
  tell<N extends keyof CallCommands>(name: N, payload: PageCommands[N]): Promise<unknown>;
  /** Leaves no trace. */
  stop(): void;
}

/** Reads a page, has its calls followed and reported, until stopped. */
export function readPage(rules: ReadingRules, openShadowRoot: OpenShadowRoot, worker: PageWorker): PageReader {
  const abort = new AbortController();
  const { signal } = abort;
  let calls: Calls | undefined;
  let loading: Promise<Calls | undefined> | undefined;
  let lastReport = '';
  let reporting: ReturnType<typeof setTimeout> | undefined;

  const store = mentionStore({
    added: (mentions) => (calls ? calls.added(mentions) : void follow()),
    removed: (mentions) => calls?.removed(mentions),
  });
  const watching = watch({
    rules,
    store,
    openShadowRoot,
    turned,
    own: () => calls?.host(),
    judge: async () => (await worker.loadMarks()).judgeOf,
    settled,
  });

  /** Loads what follows calls, once there is one. */
  function follow(): Promise<Calls | undefined> {
    loading ??= worker.loadMarks().then(
      ({ followCalls, judgeOf }) => {
        const { roots, judge } = watching;
        const own = { store, roots, openShadowRoot, judgeOf, scan, judge };
        if (!signal.aborted) calls = followCalls({ rules, ...own, signal, changed: reportSoon, isAlive });
        return calls;
      },
      () => (loading = undefined),
    );
    return loading;
  }

  function isAlive(): boolean {
    if (!worker.isAlive()) stop();
    return !signal.aborted;
  }

  function settled(): void {
    calls?.settled();
    reportSoon();
  }

  function reportSoon(): void {
    if (!document.hidden && !signal.aborted) reporting ??= setTimeout(report, reportEvery);
  }

  function report(): void {
    reporting = undefined;
    if (!isAlive()) return;
    const next = {
      address: location.href,
      calls: calls?.list(mostCalls) ?? [],
      parts: document.querySelectorAll(partNames).length,
    };
    const text = JSON.stringify(next);
    if (text === lastReport) return;
    lastReport = text;
    worker.report(next);
  }

  function stop(): void {
    abort.abort();
    clearTimeout(reporting);
    watching.stop();
    calls?.stop();
  }

  /** The worker may have forgotten the page meanwhile. */
  function turned(): void {
    lastReport = '';
    if (!document.hidden) calls?.resume();
    reportSoon();
  }

  return {
    async tell(name, payload) {
      const told = name === 'teach' || name === 'count' ? await follow() : calls;
      return told?.[name](payload as never) ?? false;
    },
    roots: watching.roots,
    stop,
  };
}
