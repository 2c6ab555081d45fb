/** A server that takes so many requests within any `interval` (milliseconds), and refuses every other, as strict as one can be. */
export function strictly({ requests, interval }: { requests: number; interval: number }) {
  let taken: number[] = [];
  const server = {
    refused: 0,
    /** One request: `undefined` when it is taken, else the seconds until the next would be. */
    ask(): number | undefined {
      const now = Date.now();
      taken = taken.filter((at) => now - at < interval);
      if (taken.length < requests) {
        taken.push(now);
        return undefined;
      }
      server.refused++;
      return Math.ceil(((taken[0] ?? now) + interval - now) / 1000);
    },
  };
  return server;
}
