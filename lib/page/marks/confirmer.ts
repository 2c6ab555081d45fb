import type { CallSummary } from '../../call/call';
import type { Mention } from '../detect/mention';
import type { Candidate, Confirmation } from '../protocol';

/** What is known about an ID: nothing yet, a call, not a call, or that the page's budget is used up for now. */
export interface Known {
  state: 'candidate' | 'confirmed' | 'rejected' | 'later';
  call?: CallSummary;
  /** As it was asked about, for a call in progress. */
  candidate?: Candidate;
}

interface Wanted {
  candidate: Candidate;
  isOnScreen: boolean;
}

/** A batch is answered when the slowest of it is. */
const batch = 15;
/** Batches that are asked about at once: who goes on to the next record does not wait for the last. */
const atOnce = 4;
/** Milliseconds that IDs are gathered for, so that a batch begins with those on screen; and while others wait for room in the budget. */
const gather = 30;
const gatherHeld = 500;
/** Milliseconds until what is left for later is asked again, where the worker does not tell. */
const firstWait = 20_000;
const longestWait = 300_000;

interface ConfirmOptions {
  confirm(candidates: Candidate[], pointed: boolean): Promise<Confirmation>;
  /** Whether the page still shows the ID. */
  isShown(id: string): boolean;
  changed(ids: string[]): void;
}

/**
 * Has IDs confirmed, each once, in batches of one message, those on screen first. What the budget leaves for later is asked again when
 * it has room; until then only what comes on screen is asked about. A call in progress is, until it ended. Asks nothing while the tab is hidden.
 */
export function confirmer({ confirm, isShown, changed }: ConfirmOptions) {
  const known = new Map<string, Known>();
  /** Not asked about yet. */
  const queue = new Map<string, Wanted>();
  /** Asked about, and left for later. */
  const left = new Map<string, Wanted>();
  const flying = new Map<string, Wanted>();
  const timers = new Map<'soon' | 'later' | 'inProgress', ReturnType<typeof setTimeout>>();
  let asking = 0;
  let wait = firstWait;
  let refreshIn = 30_000;

  const isHeld = () => timers.has('later');

  function want({ id, providers, reason }: Mention, isOnScreen: boolean): void {
    const wanted = queue.get(id) ?? left.get(id) ?? flying.get(id);
    if (wanted) wanted.isOnScreen = isOnScreen;
    else if ((known.get(id)?.state ?? 'later') === 'later')
      queue.set(id, { candidate: { id, providers, reason }, isOnScreen });
    soon();
  }

  const soon = () => after('soon', isHeld() ? gatherHeld : gather, pump);

  function after(name: 'soon' | 'later' | 'inProgress', milliseconds: number, run: () => unknown): void {
    if (timers.has(name)) return;
    const start = () => {
      timers.delete(name);
      if (!document.hidden) void run();
    };
    timers.set(name, setTimeout(start, milliseconds));
  }

  async function pump(): Promise<void> {
    if (asking >= atOnce) return;
    for (const id of queue.keys()) if (!isShown(id)) queue.delete(id);
    const next = [...queue]
      .filter(([, { isOnScreen }]) => isOnScreen || !isHeld())
      .sort(([, a], [, b]) => Number(b.isOnScreen) - Number(a.isOnScreen))
      .slice(0, batch);
    if (next.length === 0) return;
    for (const [id, wanted] of next) {
      queue.delete(id);
      flying.set(id, wanted);
    }
    asking++;
    if (next.length < queue.size) soon();
    const answer = await ask(
      next.map(([, { candidate }]) => candidate),
      false,
    );
    asking--;
    for (const [id, wanted] of next) {
      flying.delete(id);
      if (known.get(id)?.state === 'later') left.set(id, wanted);
    }
    const isLeft = next.some(([id]) => left.has(id));
    wait = isLeft && answer.retryIn === undefined ? Math.min(2 * wait, longestWait) : firstWait;
    if (isLeft) after('later', answer.retryIn ?? wait, release);
    soon();
  }

  /** What was left for later has its turn again. */
  function release(): void {
    for (const [id, wanted] of left) queue.set(id, wanted);
    left.clear();
    void pump();
  }

  async function ask(candidates: Candidate[], pointed: boolean): Promise<Confirmation> {
    const none: Confirmation = { calls: [], rejected: [], later: [] };
    const answer = await confirm(candidates, pointed).catch(() => none);
    const calls = new Map(answer.calls.map((call) => [call.ref.id, call]));
    const rejected = new Set(answer.rejected);
    for (const candidate of candidates) {
      const { id } = candidate;
      const call = calls.get(id);
      if (call) known.set(id, { state: 'confirmed', call, candidate });
      else if (rejected.has(id)) known.set(id, { state: 'rejected' });
      else if (known.get(id)?.state !== 'confirmed') known.set(id, { state: 'later' });
      if (call || rejected.has(id)) left.delete(id);
    }
    changed(candidates.map(({ id }) => id));
    refreshIn = answer.refreshIn ?? refreshIn;
    refreshSoon();
    return answer;
  }

  const inProgress = (): Candidate[] =>
    [...known.values()]
      .flatMap(({ call, candidate }) => (call?.status?.kind === 'in-progress' && candidate ? candidate : []))
      .filter(({ id }) => isShown(id))
      .slice(0, batch);

  function refreshSoon(): void {
    if (inProgress().length > 0) after('inProgress', refreshIn, () => ask(inProgress(), false));
  }

  return {
    want,
    /** Asks at once about an ID the user points at. */
    point: async ({ id, providers, reason }: Mention): Promise<void> => {
      const { state } = known.get(id) ?? { state: 'later' };
      if (state !== 'confirmed' && state !== 'rejected') await ask([{ id, providers, reason }], true);
    },
    of: (id: string): Known => known.get(id) ?? { state: isHeld() && queue.has(id) ? 'later' : 'candidate' },
    /** The tab is shown again: goes on where it stopped. */
    resume(): void {
      if (!isHeld()) release();
      soon();
      refreshSoon();
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      queue.clear();
      left.clear();
    },
  };
}
