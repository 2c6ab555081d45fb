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

const batch = 50;
/** Milliseconds that IDs are gathered for, so that a batch begins with those on screen. */
const gather = 60;
const firstWait = 20_000;
const longestWait = 300_000;

interface ConfirmOptions {
  confirm(candidates: Candidate[], pointed: boolean): Promise<Confirmation>;
  /** Whether the page still shows the ID. */
  isShown(id: string): boolean;
  changed(ids: string[]): void;
}

/**
 * Has IDs confirmed, each once, in batches of one message, those on screen first. What the budget leaves for later is asked again
 * after ever longer waits; a call in progress until it ended. Asks nothing while the tab is hidden.
 */
export function confirmer({ confirm, isShown, changed }: ConfirmOptions) {
  const known = new Map<string, Known>();
  const queue = new Map<string, { candidate: Candidate; isOnScreen: boolean }>();
  const timers = new Map<'soon' | 'later' | 'inProgress', ReturnType<typeof setTimeout>>();
  let isAsking = false;
  let wait = firstWait;
  let refreshIn = 30_000;

  function want({ id, providers, reason }: Mention, isOnScreen: boolean): void {
    const queued = queue.get(id);
    if (queued) queued.isOnScreen ||= isOnScreen;
    else if ((known.get(id)?.state ?? 'later') === 'later')
      queue.set(id, { candidate: { id, providers, reason }, isOnScreen });
    after('soon', gather, pump);
  }

  function after(name: 'soon' | 'later' | 'inProgress', milliseconds: number, run: () => unknown): void {
    if (timers.has(name)) return;
    const start = () => {
      timers.delete(name);
      if (!document.hidden) void run();
    };
    timers.set(name, setTimeout(start, milliseconds));
  }

  async function pump(): Promise<void> {
    if (isAsking || queue.size === 0 || timers.has('later')) return;
    const next = [...queue.values()]
      .filter(({ candidate }) => isShown(candidate.id) || !queue.delete(candidate.id))
      .sort((a, b) => Number(b.isOnScreen) - Number(a.isOnScreen))
      .slice(0, batch)
      .map(({ candidate }) => candidate);
    if (next.length === 0) return;
    isAsking = true;
    const left = await ask(next, false);
    isAsking = false;
    wait = left < next.length ? firstWait : Math.min(2 * wait, longestWait);
    if (left > 0) after('later', wait, pump);
    else after('soon', gather, pump);
  }

  /** Returns how many are left for later. */
  async function ask(candidates: Candidate[], pointed: boolean): Promise<number> {
    const none: Confirmation = { calls: [], rejected: [], later: [] };
    const answer = await confirm(candidates, pointed).catch(() => none);
    const calls = new Map(answer.calls.map((call) => [call.ref.id, call]));
    const rejected = new Set(answer.rejected);
    let left = 0;
    for (const candidate of candidates) {
      const { id } = candidate;
      const call = calls.get(id);
      if (call) known.set(id, { state: 'confirmed', call, candidate });
      else if (rejected.has(id)) known.set(id, { state: 'rejected' });
      else {
        left++;
        if (known.get(id)?.state !== 'confirmed') known.set(id, { state: 'later' });
        continue;
      }
      queue.delete(id);
    }
    changed(candidates.map(({ id }) => id));
    refreshIn = answer.refreshIn ?? refreshIn;
    refreshSoon();
    return left;
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
    of: (id: string): Known => known.get(id) ?? { state: 'candidate' },
    /** The tab is shown again: goes on where it stopped. */
    resume(): void {
      after('soon', gather, pump);
      refreshSoon();
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      queue.clear();
    },
  };
}
