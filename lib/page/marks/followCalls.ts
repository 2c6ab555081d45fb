import { chooseTexts } from '#i18n';
import type { CallSummary } from '../../call/call';
import { isShown, type Mention } from '../detect/mention';
import type { scan, ScanOptions } from '../detect/scan';
import type { OpenShadowRoot } from '../detect/shadowHosts';
import type { Candidate, Confirmation, PageCommands, ReadingRules, ShownId, Taught } from '../protocol';
import type { MentionStore } from '../mentionStore';
import { confirmer } from './confirmer';
import { type MarksOptions, showMarks } from './showMarks';
import { changesOfSight } from './changesOfSight';
import { nearScreenWatcher } from './nearScreenWatcher';
import { recheck } from './recheck';

/** What the worker does for the calls of a page. */
export interface CallsWorker {
  confirm(candidates: Candidate[], pointed: boolean): Promise<Confirmation>;
  taught(picked: Pick<Taught, 'id' | 'label' | 'pattern'>): void;
  open(call: CallSummary): void;
  /** That opens a page of its own, not the side panel: Firefox's sidebar opens for no click in a web page. */
  opensPage?: boolean;
  /** See `showMarks`. */
  hear?: MarksOptions['hear'];
}

interface CallsOptions {
  rules: ReadingRules;
  store: MentionStore;
  roots: ReadonlySet<ShadowRoot>;
  openShadowRoot: OpenShadowRoot;
  judgeOf: ScanOptions['judgeOf'];
  /** The page's, which is not loaded twice. */
  scan: typeof scan;
  /** What the places of these mentions show by now. */
  judge(mentions: Mention[]): Mention[];
  signal: AbortSignal;
  worker: CallsWorker;
  /** There is something new to report. */
  changed(): void;
  /** Whether the extension is there still; if not, the page is left without a trace. */
  isAlive(): boolean;
}

/**
 * Follows the mentions of a page, those in the store and those to come: has the displayed ones confirmed, and marks those near the
 * screen. A mark elsewhere costs the page at every frame in which it changes (5 µs each in Chromium 156), and nobody sees it.
 */
export function followCalls(options: CallsOptions) {
  const { rules, store, roots, openShadowRoot, judgeOf, judge, signal, worker, changed, isAlive } = options;
  const { askOnPoint, names, texts } = rules;
  chooseTexts(texts);
  /** The mentions of each ID that can be seen now. */
  const shown = new Map<string, Set<Mention>>();
  const near = new Set<Mention>();

  const confirm = confirmer({
    confirm: worker.confirm,
    isShown: (id) => shown.has(id),
    changed(ids) {
      for (const id of ids) for (const mention of shown.get(id) ?? []) if (near.has(mention)) marks.mark(mention);
      changed();
    },
  });
  const { open, opensPage, taught, hear } = worker;
  const marks = showMarks({
    store,
    roots,
    near,
    known: confirm.of,
    point: confirm.point,
    names,
    askOnPoint,
    open,
    opensPage,
    taught,
    hear,
    isAlive,
  });

  const seen = nearScreenWatcher(
    (mention, sight) => {
      const isNear = sight === 'near';
      if (!isNear && near.delete(mention)) marks.unmark(mention);
      if (sight === 'hidden') hide(mention);
      else {
        const same = shown.get(mention.id);
        if (same) same.add(mention);
        else shown.set(mention.id, new Set([mention]));
        if (!askOnPoint && mention.reason !== 'bare') confirm.want(mention, isNear);
      }
      if (isNear) {
        near.add(mention);
        marks.mark(mention);
      }
      changed();
    },
    () => changes.fading(),
  );
  const again = recheck({ store, judge, signal });
  const changes = changesOfSight({ roots, signal, look: seen.look, edited: again.edited });

  function hide(mention: Mention): void {
    const same = shown.get(mention.id);
    if (same?.delete(mention) && same.size === 0) shown.delete(mention.id);
  }

  function added(mentions: Iterable<Mention>): void {
    for (const mention of mentions) {
      seen.watch(mention);
      again.follow(mention);
    }
  }

  function removed(mentions: Mention[]): void {
    for (const mention of mentions) {
      seen.forget(mention);
      marks.unmark(mention);
      near.delete(mention);
      hide(mention);
    }
    changed();
  }

  function* allShown(): Generator<Mention> {
    for (const mentions of shown.values()) yield* mentions;
  }

  const commands: CallCommands = {
    flash: ({ id }) => marks.flash(shown.get(id) ?? []),
    next: ({ backwards }) => marks.next(allShown(), backwards),
    teach() {
      marks.teach();
      return true;
    },
    endTeach: marks.endTeach,
    async count({ rule }) {
      let count = 0;
      for await (const found of options.scan(document, rules.ids, {
        ...rules,
        rules: [rule],
        openShadowRoot,
        judgeOf,
        signal,
      }))
        count += found.filter((mention) => mention.reason === 'rule' && isShown(mention)).length;
      return count;
    },
  };

  added(store.all());
  return {
    added,
    removed,
    /** The calls on the page, and what may be one, at most so many. */
    list(most: number): ShownId[] {
      const list: ShownId[] = [];
      for (const [id, [mention]] of shown) {
        const { state } = confirm.of(id);
        if (mention && state !== 'rejected')
          list.push({ id, reason: mention.reason, label: mention.label, isLater: state === 'later' });
        if (list.length === most) break;
      }
      return list;
    },
    /** Our element in the page, once there is one. */
    host: marks.host,
    ...commands,
    /** The page changed, and what was added is read. */
    settled(): void {
      changes.ask();
      again.soon();
    },
    resume: confirm.resume,
    stop(): void {
      confirm.stop();
      seen.stop();
      marks.stop();
    },
  };
}

/** What may be done with the calls of a page. */
export type CallCommands = {
  [N in Exclude<keyof PageCommands, 'restart' | 'here' | 'stop'>]: (payload: PageCommands[N]) => unknown;
};

export type Calls = ReturnType<typeof followCalls>;
export type FollowCalls = (page: Omit<CallsOptions, 'worker'>) => Calls;
