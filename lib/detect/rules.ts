/**
 * What a person said about one site. `label`: the value beside these words, or below them in a table, is an ID of the provider.
 * `pattern`: what the expression matches (its first group, if it has one) is an ID. `not`: this text is no call ID here.
 */
export type SiteRule =
  | { kind: 'label'; label: string; provider: string }
  | { kind: 'pattern'; pattern: string; provider: string }
  | { kind: 'not'; id: string };

const normal = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:*#.]+/g, ' ')
    .trim();

/** The rules of a site, made ready to be asked about every candidate. */
export interface Rules {
  /** The label rule that these words satisfy. */
  labelled(text: string): { label: string; provider: string } | undefined;
  labels: string[];
  patterns: { find: RegExp; provider: string }[];
  isDenied(id: string): boolean;
}

/** Compiles a site's rules; a pattern that `patternProblem` refuses is left out. */
export function compileRules(rules: SiteRule[] = []): Rules {
  const labels = new Map<string, { label: string; provider: string }>();
  const denied = new Set<string>();
  const patterns: Rules['patterns'] = [];
  for (const rule of rules) {
    if (rule.kind === 'not') denied.add(rule.id);
    else if (rule.kind === 'label') labels.set(normal(rule.label), rule);
    else if (!patternProblem(rule.pattern))
      patterns.push({ find: new RegExp(rule.pattern, 'dg'), provider: rule.provider });
  }
  return {
    labelled: (text) => (labels.size > 0 ? labels.get(normal(text)) : undefined),
    labels: [...labels.keys()],
    patterns,
    isDenied: (id) => denied.has(id),
  };
}

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
