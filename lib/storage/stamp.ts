/**
 * Whether a stored time (milliseconds since 1970) is within the last `span` milliseconds. The one rule about stored times: what is later
 * than now was written by a clock that has been put back, and is not believed. A clock that is put forward only ends things early.
 */
export const isLately = (at: number, span: number, now = Date.now()): boolean => at <= now && at > now - span;
