interface Flight {
  result: Promise<unknown>;
  waiting: number;
  abort: AbortController;
}

const flights = new Map<string, Flight>();

/**
 * Runs `start` once for all who ask for the same `key` at the same time. A caller whose signal aborts stops waiting;
 * the work itself is aborted when nobody waits any more.
 */
export async function coalesce<T>(
  key: string,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let flight = flights.get(key);
  if (!flight) {
    const abort = new AbortController();
    flight = { abort, waiting: 0, result: start(abort.signal).finally(() => flights.delete(key)) };
    flights.set(key, flight);
  }
  const shared = flight;
  shared.waiting++;
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      if (--shared.waiting === 0) {
        flights.delete(key);
        shared.abort.abort(signal.reason);
      }
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    shared.result
      .then((value) => resolve(value as T), reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}
