import type { Action, Turn } from '../../../lib/call/call';

/** What all of these times have before their last blank: the date that need not be said in every turn. */
export function sharedDate(times: string[]): string | undefined {
  const dates = new Set(times.map((time) => time.slice(0, Math.max(0, time.lastIndexOf(' ')))));
  return dates.size === 1 ? [...dates][0] || undefined : undefined;
}

/** A line of the list: a turn, or a tool call below the turn in which it happened. */
export interface Row {
  turn: number;
  /** In a row of its own: the tool call. */
  action?: Action;
  /** In a turn of the tool itself: its calls. */
  actions?: Action[];
}

/** The lines of a conversation, in its order. */
export function rowsOf(turns: Turn[], actions: Action[]): Row[] {
  const byTurn = Map.groupBy(actions, (action) => action.turn);
  return turns.flatMap(({ speaker }, turn): Row[] => {
    const own = byTurn.get(turn) ?? [];
    return speaker === 'tool' ? [{ turn, actions: own }] : [{ turn }, ...own.map((action) => ({ turn, action }))];
  });
}

/** The index of the last turn that had begun by `time`; `undefined` before the first, or where no turn has a time. */
export function turnAt(starts: { offset: number; turn: number }[], time: number): number | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.offset ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.turn;
}
