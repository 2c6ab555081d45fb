/**
 * What a user said about one site. `label`: the value beside these words, or below them in a table, is an ID of the provider.
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

/** Compiles a site's rules. Their patterns must have passed `patternProblem` when they were saved and when they are handed out. */
export function compileRules(rules: SiteRule[] = []): Rules {
  const labels = new Map<string, { label: string; provider: string }>();
  const denied = new Set<string>();
  const patterns: Rules['patterns'] = [];
  for (const rule of rules) {
    if (rule.kind === 'not') denied.add(rule.id);
    else if (rule.kind === 'label') labels.set(normal(rule.label), rule);
    else patterns.push({ find: new RegExp(rule.pattern, 'dg'), provider: rule.provider });
  }
  return {
    labelled: (text) => (labels.size > 0 ? labels.get(normal(text)) : undefined),
    labels: [...labels.keys()],
    patterns,
    isDenied: (id) => denied.has(id),
  };
}
