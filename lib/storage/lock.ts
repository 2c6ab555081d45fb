/** Longer than any work under a lock takes: milliseconds. */
const patience = 30_000;

/**
 * Runs work while nobody else, in the worker or in any page of the extension, holds the lock of this name. One page that closes
 * lets go of its locks. A lock asked for inside itself would wait for ever: after 30 s it throws a `TimeoutError` instead.
 */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, work) as Promise<T>;

/** The lock of whoever changes what is stored under a key, and the files it is sealed with. */
export const lockOf = ({ area, key }: { area: 'local' | 'session'; key: string }): string => `${area}:${key}`;
