/** Lends things that serve one test at a time, e.g. browsers: most of a test is waiting, so several run at once. */
export function pool<T>() {
  const free: T[] = [];
  const waiting: ((one: T) => void)[] = [];
  const give = (one: T) => {
    const next = waiting.shift();
    if (next) next(one);
    else free.push(one);
  };
  return {
    /** Adds one, or gives it back. */
    give,
    /** Runs `work` with one as soon as one is free. */
    async use<R>(work: (one: T) => Promise<R>): Promise<R> {
      const one = free.pop() ?? (await new Promise<T>((resolve) => waiting.push(resolve)));
      return work(one).finally(() => give(one));
    },
  };
}
