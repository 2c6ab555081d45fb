import type { Call } from './call';

/** Who the agent spoke with: the customer's name, else their number as sent; `undefined` where the provider states neither. */
export const otherPartyOf = (call: Call): string | undefined => call.customerName ?? otherNumberOf(call);

/** The number that the agent spoke with, as sent. */
export const otherNumberOf = ({ direction, from, to }: Call): string | undefined => (isInbound(direction) ? from : to);

/** Whether the customer called; the vendors write `inbound`, `Inbound` or `incoming`. */
export const isInbound = (direction: string | undefined) => /^in/i.test(direction ?? '');
