import type { CallSummary } from '../call';
import { columnOf, headers } from '../detect/around';
import { isShown, type Mention } from '../detect/mention';
import { scan } from '../detect/scan';
import type { OpenShadowRoot } from '../detect/shadow';
import type { Marks, ShowMarks } from '../marks/marks';
import type { Candidate, Confirmation, FrameReport, PageCall, PageCommands, ReadingRules, Taught } from '../messages';
import { confirmer } from './confirm';
import { mentionStore } from './mentions';
import { seenWatcher } from './seen';
import { phonesOf, unreadableParts } from './surroundings';
import { watch } from './watch';

/** What the worker does for a page. */
export interface PageWorker {
  /** Whether it is there at all; if not, the page is left without a trace. */
  isAlive(): boolean;
  /** Loads what shows calls; asked for when there is something to show. */
  loadMarks(): Promise<ShowMarks>;
  confirm(candidates: Candidate[], pointed: boolean): Promise<Confirmation>;
  report(report: FrameReport): void;
  taught(picked: Pick<Taught, 'id' | 'label' | 'pattern'>): void;
  open(call: CallSummary): void;
}

/** Milliseconds between reports. */
const reportEvery = 300;
const mostCalls = 500;

/** The commands a page obeys; `stop` leaves no trace. */
export type PageReader = {
  [N in Exclude<keyof PageCommands, 'restart' | 'here'>]: (payload: PageCommands[N]) => unknown;
};

/** Reads a page, has its calls confirmed, marked and reported, until stopped. */
export function readPage(rules: ReadingRules, openShadowRoot: OpenShadowRoot, worker: PageWorker): PageReader {
  const { askOnPoint } = rules;
  const abort = new AbortController();
  const { signal } = abort;
  /** The mentions of each ID that are displayed. */
  const shown = new Map<string, Set<Mention>>();
  let marks: Marks | undefined;
  let loading: Promise<Marks | undefined> | undefined;
  let lastReport = '';
  let reporting: ReturnType<typeof setTimeout> | undefined;

  const store = mentionStore({
    added: (mentions) => mentions.forEach(seen.watch),
    removed(mentions) {
      for (const mention of mentions) {
        seen.forget(mention);
        marks?.unmark(mention);
        const same = shown.get(mention.id);
        if (same?.delete(mention) && same.size === 0) shown.delete(mention.id);
      }
      reportSoon();
    },
  });

  const seen = seenWatcher((mention, isOnScreen) => {
    if (!isShown(mention)) return;
    const same = shown.get(mention.id);
    if (same) same.add(mention);
    else shown.set(mention.id, new Set([mention]));
    if (isOnScreen) seen.forget(mention);
    if (!askOnPoint && mention.reason !== 'bare') confirm.want(mention, isOnScreen);
    known(mention);
    reportSoon();
  });

  const confirm = confirmer({
    confirm: worker.confirm,
    isShown: (id) => shown.has(id),
    changed(ids) {
      for (const id of ids) for (const mention of shown.get(id) ?? []) known(mention);
      reportSoon();
    },
  });

  const watching = watch({ rules, store, openShadowRoot, own: () => marks?.host(), settled: reportSoon });

  /** Marks what is known. Watching where it stands costs the page a little at every frame, so that ends once it is. */
  function known(mention: Mention): void {
    const { state } = confirm.of(mention.id);
    if (state === 'confirmed' || state === 'rejected') seen.forget(mention);
    mark(mention);
  }

  function mark(mention: Mention): void {
    if (marks) marks.mark(mention);
    else if (askOnPoint || confirm.of(mention.id).call) void show();
  }

  /** Loads the marks, and marks all that is known by then. */
  function show(): Promise<Marks | undefined> {
    loading ??= worker.loadMarks().then((showMarks) => {
      if (signal.aborted) return undefined;
      const { isAlive, open, taught } = worker;
      marks = showMarks({
        store,
        roots: watching.roots,
        headerOf,
        known: confirm.of,
        point: confirm.point,
        askOnPoint,
        open,
        taught,
        isAlive,
      });
      for (const mention of allShown()) marks.mark(mention);
      return marks;
    });
    return loading;
  }

  function* allShown(): Generator<Mention> {
    for (const mentions of shown.values()) yield* mentions;
  }

  function reportSoon(): void {
    if (!document.hidden && !signal.aborted) reporting ??= setTimeout(report, reportEvery);
  }

  function report(): void {
    reporting = undefined;
    if (!worker.isAlive()) return stop();
    const next = {
      address: location.href,
      calls: [...calls()].slice(0, mostCalls),
      unreadable: unreadableParts(),
      phones: phonesOf([document, ...watching.roots]),
    };
    const text = JSON.stringify(next);
    if (text === lastReport) return;
    lastReport = text;
    worker.report(next);
  }

  function* calls(): Generator<PageCall> {
    for (const [id, [mention]] of shown) {
      const { state, call } = confirm.of(id);
      if (mention && state !== 'rejected') yield { id, reason: mention.reason, label: mention.label, state, call };
    }
  }

  function stop(): void {
    abort.abort();
    clearTimeout(reporting);
    watching.stop();
    confirm.stop();
    seen.stop();
    marks?.stop();
  }

  /** The tab is shown again, or the page came back from the back/forward cache: the worker may have forgotten it. */
  function turn(): void {
    lastReport = '';
    if (!document.hidden) confirm.resume();
    reportSoon();
  }
  document.addEventListener('visibilitychange', turn, { signal });
  addEventListener('pageshow', turn, { signal });

  return {
    flash: ({ id }) => marks?.flash(shown.get(id) ?? []) ?? false,
    next: ({ backwards }) => marks?.next(allShown(), backwards) ?? false,
    teach: () => show().then((loaded) => (loaded?.teach(), true)),
    endTeach: () => marks?.endTeach(),
    async count({ rule }) {
      let count = 0;
      const options = { ...rules, rules: [rule], openShadowRoot, signal };
      for await (const found of scan(document, rules.ids, options))
        count += found.filter(({ reason }) => reason === 'rule').length;
      return count;
    },
    stop() {
      stop();
      return true;
    },
  };
}

function headerOf(cell: Element): Element | undefined {
  const grid = cell.closest('table,[role="grid"],[role="treegrid"],[role="table"]');
  return grid ? headers(grid)[columnOf(cell)] : undefined;
}
