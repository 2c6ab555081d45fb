/**
 * CPU seconds that one run takes. Other programs of the machine do not count; the least of three runs is taken, so neither does a
 * collection of garbage or the compiler.
 */
function cost(run: () => void): number {
  let least = Infinity;
  for (let times = 0; times < 3; times++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

const factor = 8;
/** Below this many seconds the clock measures itself. */
const shortest = 0.002;

const growthOnce = (run: (size: number) => void, size: number): number =>
  cost(() => run(size)) /
  (factor *
    Math.max(
      cost(() => run(size / factor)),
      shortest,
    ));

/**
 * How the cost of a run grows when its input does: about 1 where it takes time in proportion to its input, about 8 where with the
 * square of it. Assert less than `linear`. It is measured again where it is not, twice: a busy machine slows one of the two runs down.
 * @param size of the larger input; the smaller is an eighth of it
 */
export function growth(run: (size: number) => void, size: number): number {
  let least = Infinity;
  for (let times = 0; times < 3 && least >= linear; times++) least = Math.min(least, growthOnce(run, size));
  return least;
}

export const linear = 3;
