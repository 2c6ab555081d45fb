import type { CallSummary } from '../call';
import type { Mention } from '../detect/mention';
import type { Candidate, Confirmation, PageCall, Taught } from '../messages';
import type { MentionStore } from '../watch/mentions';
import { confirmer } from './confirm';
import { showMarks } from './marks';
import { seenWatcher } from './seen';

/** What the worker does for the calls of a page. */
export interface CallsWorker {
  /** Whether it is there at all; if not, the page is left without a trace. */
  isAlive(): boolean;
  confirm(candidates: Candidate[], pointed: boolean): Promise<Confirmation>;
  taught(picked: Pick<Taught, 'id' | 'label' | 'pattern'>): void;
  open(call: CallSummary): void;
}

interface CallsOptions {
  store: MentionStore;
  roots: ReadonlySet<ShadowRoot>;
  /** Ask the provider only when the person points at an ID. */
  askOnPoint: boolean;
  worker: CallsWorker;
  /** There is something new to report. */
  changed(): void;
}

/**
 * Follows the mentions of a page, those in the store and those to come: has the displayed ones confirmed, and marks those near the
 * screen. A mark elsewhere costs the page at every frame in which it changes (5 µs each in Chromium 156), and nobody sees it.
 */
export function followCalls({ store, roots, askOnPoint, worker, changed }: CallsOptions) {
  /** The mentions of each ID that are displayed. */
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
  const { isAlive, open, taught } = worker;
  const marks = showMarks({ store, roots, known: confirm.of, point: confirm.point, askOnPoint, open, taught, isAlive });

  const seen = seenWatcher((mention, isNear) => {
    const same = shown.get(mention.id);
    if (same) same.add(mention);
    else shown.set(mention.id, new Set([mention]));
    if (!askOnPoint && mention.reason !== 'bare') confirm.want(mention, isNear);
    if (isNear) {
      near.add(mention);
      marks.mark(mention);
    } else if (near.delete(mention)) marks.unmark(mention);
    changed();
  });

  function added(mentions: Iterable<Mention>): void {
    for (const mention of mentions) seen.watch(mention);
  }

  function removed(mentions: Mention[]): void {
    for (const mention of mentions) {
      seen.forget(mention);
      marks.unmark(mention);
      near.delete(mention);
      const same = shown.get(mention.id);
      if (same?.delete(mention) && same.size === 0) shown.delete(mention.id);
    }
    changed();
  }

  function* allShown(): Generator<Mention> {
    for (const mentions of shown.values()) yield* mentions;
  }

  added(store.all());
  return {
    added,
    removed,
    /** The calls on the page, and what may be one, at most so many. */
    list(most: number): PageCall[] {
      const list: PageCall[] = [];
      for (const [id, [mention]] of shown) {
        const { state, call } = confirm.of(id);
        if (mention && state !== 'rejected')
          list.push({ id, reason: mention.reason, label: mention.label, state, call });
        if (list.length === most) break;
      }
      return list;
    },
    /** Our element in the page, once there is one. */
    host: marks.host,
    flash: (id: string) => marks.flash(shown.get(id) ?? []),
    next: (backwards: boolean) => marks.next(allShown(), backwards),
    teach: marks.teach,
    endTeach: marks.endTeach,
    resume: confirm.resume,
    stop(): void {
      confirm.stop();
      seen.stop();
      marks.stop();
    },
  };
}

export type Calls = ReturnType<typeof followCalls>;
export type FollowCalls = typeof followCalls;
