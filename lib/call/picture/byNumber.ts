import type { Counted } from '../figures';
import type { Chart, Dimension } from './chart';

/**
 * Calls by a number of theirs, in bands that begin at the given borders: the same for every set of calls, without the empty ones at both
 * ends. Negative numbers measure nothing.
 */
export function byNumber(
  by: Dimension,
  calls: Counted[],
  numberOf: (call: Counted) => number | undefined,
  borders: readonly number[],
): Chart {
  const bandOf = (call: Counted) => {
    const value = numberOf(call);
    return value !== undefined && value >= 0 ? borders.findLastIndex((border) => border <= value) : undefined;
  };
  const used = calls.map(bandOf).filter((band) => band !== undefined);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  return {
    by,
    parts: borders.flatMap((from, band) =>
      band >= first && band <= last ? [{ key: String(from), from, to: borders[band + 1] }] : [],
    ),
    keyOf: (call) => {
      const band = bandOf(call);
      return band === undefined ? undefined : String(borders[band]);
    },
    numberOf,
  };
}
