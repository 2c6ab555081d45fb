import { scan } from '../detect/scan';
import type { OpenShadowRoot } from '../detect/shadow';
import type { Calls, CallsWorker, FollowCalls } from '../marks/calls';
import type { FrameReport, PageCommands, ReadingRules } from '../messages';
import { mentionStore } from './mentions';
import { phonesOf, unreadableParts } from './surroundings';
import { watch } from './watch';

/** What the worker does for a page. */
export interface PageWorker extends CallsWorker {
  /** Loads what follows the calls of a page; asked for when it shows an ID. */
  loadCalls(): Promise<FollowCalls>;
  report(report: FrameReport): void;
}

/** Milliseconds between reports. */
const reportEvery = 300;
const mostCalls = 500;

/** The commands a page obeys; `stop` leaves no trace. */
export type PageReader = {
  [N in Exclude<keyof PageCommands, 'restart' | 'here'>]: (payload: PageCommands[N]) => unknown;
};

/** Reads a page, has its calls followed and reported, until stopped. */
export function readPage(rules: ReadingRules, openShadowRoot: OpenShadowRoot, worker: PageWorker): PageReader {
  const { askOnPoint } = rules;
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
  const watching = watch({ rules, store, openShadowRoot, own: () => calls?.host(), settled: reportSoon });

  /** Loads what follows calls, once there is one. */
  function follow(): Promise<Calls | undefined> {
    loading ??= worker.loadCalls().then(
      (followCalls) => {
        if (!signal.aborted)
          calls = followCalls({ store, roots: watching.roots, askOnPoint, worker, changed: reportSoon });
        return calls;
      },
      () => (loading = undefined),
    );
    return loading;
  }

  function reportSoon(): void {
    if (!document.hidden && !signal.aborted) reporting ??= setTimeout(report, reportEvery);
  }

  function report(): void {
    reporting = undefined;
    if (!worker.isAlive()) return stop();
    const next = {
      address: location.href,
      calls: calls?.list(mostCalls) ?? [],
      unreadable: unreadableParts(),
      phones: phonesOf([document, ...watching.roots]),
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

  /** The tab is shown again, or the page came back from the back/forward cache: the worker may have forgotten it. */
  function turn(): void {
    lastReport = '';
    if (!document.hidden) calls?.resume();
    reportSoon();
  }
  document.addEventListener('visibilitychange', turn, { signal });
  addEventListener('pageshow', turn, { signal });

  return {
    flash: ({ id }) => calls?.flash(id) ?? false,
    next: ({ backwards }) => calls?.next(backwards) ?? false,
    teach: () => follow().then((loaded) => (loaded?.teach(), true)),
    endTeach: () => calls?.endTeach(),
    async count({ rule }) {
      let count = 0;
      for await (const found of scan(document, rules.ids, { ...rules, rules: [rule], openShadowRoot, signal }))
        count += found.filter(({ reason }) => reason === 'rule').length;
      return count;
    },
    stop() {
      stop();
      return true;
    },
  };
}
