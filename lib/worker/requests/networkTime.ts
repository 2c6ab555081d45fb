/**
 * Milliseconds that the requests of one look-up may take together, with their retries and the pauses between these. Chrome ends a worker
 * whose fetch takes over 30 s.
 */
const most = 24_000;

/** The time of one look-up: it runs while anything of it is under way, and stands still while all of it waits for its turn. */
export interface NetworkTime {
  /** Aborts with a `TimeoutError` once the time is used up. */
  signal: AbortSignal;
  /** Does work that takes time. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** @param limit milliseconds */
export function networkTime(limit = most): NetworkTime {
  const abort = new AbortController();
  const end = () => abort.abort(new DOMException('The look-up took too long.', 'TimeoutError'));
  let left = limit;
  let underWay = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    signal: abort.signal,
    async run(work) {
      if (underWay++ === 0) {
        since = performance.now();
        timer = setTimeout(end, left);
      }
      try {
        return await work();
      } finally {
        if (--underWay === 0) {
          clearTimeout(timer);
          left -= performance.now() - since;
        }
      }
    },
  };
}
