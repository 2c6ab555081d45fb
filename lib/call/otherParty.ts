import type { Call } from './call';

/** Who the agent spoke with: the customer's name, else their number as sent; `undefined` where the provider states neither. */
export function otherPartyOf({ customerName, direction, from, to }: Call): string | undefined {
  return customerName ?? (isInbound(direction) ? from : to);
}

/** Whether the customer called; the vendors write `inbound`, `Inbound` or `incoming`. */
export const isInbound = (direction: string | undefined) => /^in/i.test(direction ?? '');
