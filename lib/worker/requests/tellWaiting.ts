import type { Waiting } from '../../call/waiting';
import { change } from '../../storage/item';
import { waitingItem } from '../../storage/requestItems';

/** By the name of the budget. */
const waits = new Map<string, Waiting>();

/** Leaves word of who waits for a budget; the worker alone writes it. */
export function tellWaiting(budget: string, waiting: Waiting | undefined): void {
  if (JSON.stringify(waits.get(budget)) === JSON.stringify(waiting)) return;
  if (waiting) waits.set(budget, waiting);
  else waits.delete(budget);
  void change(waitingItem, () => [...waits.values()]).catch(() => {});
}

export const forgetWaiting = (): void => waits.clear();
