/**
 * Why a pattern must not run on every text of a page: `invalid`, `empty` (it matches nothing at all), or `slow`. Slow is judged by
 * its form, so that no input can make it so: no repeated group that itself repeats or branches, no back-reference, no look-around,
 * at most two open-ended repeats, 200 characters.
 */
export function patternProblem(pattern: string): 'invalid' | 'empty' | 'slow' | undefined {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern);
  } catch {
    return 'invalid';
  }
  if (expression.test('')) return 'empty';
  const bare = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const openEnded = bare.match(/[*+]|\{\d*,\}/g) ?? [];
  const repeats = bare.match(/[*+?]|\{\d/g) ?? [];
  const isSlow =
    pattern.length > 200 ||
    /\\[1-9k]|\(\?(?!:|<[A-Za-z])/.test(bare) ||
    /\)\s*(?:[*+]|\{)/.test(bare) ||
    openEnded.length > 2 ||
    repeats.length > 8 ||
    [...bare.matchAll(/\{(\d+)?,?(\d+)?\}/g)].some((counts) => Number(counts[2] ?? counts[1]) > 64);
  return isSlow ? 'slow' : undefined;
}
