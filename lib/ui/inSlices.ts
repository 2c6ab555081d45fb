/** Milliseconds of work after which the page gets a turn: less than a frame. */
const slice = 12;

/** What `work` makes of each, in their order. The page is never held up by it, however many there are; ends early when the signal aborts. */
export async function inSlices<T, R>(all: readonly T[], work: (each: T) => R, signal: AbortSignal): Promise<R[]> {
  const done: R[] = [];
  let since = performance.now();
  for (const each of all) {
    if (performance.now() - since > slice) {
      await new Promise((goOn) => setTimeout(goOn));
      if (signal.aborted) break;
      since = performance.now();
    }
    done.push(work(each));
  }
  return done;
}
