import { settingsLimits } from '../call/settingsLimits';
import type { SiteRule } from '../page/detect/rules';
import { patternProblem } from '../page/detect/patternProblem';
import { z } from '../zod';

/** What a user may say about a site, as it is stored: `SiteRule` of `detect/rules.ts`. */
export const StoredRule: z.ZodType<SiteRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('label'), label: z.string().min(1).max(200), provider: z.string().max(64) }),
  z.strictObject({ kind: z.literal('pattern'), pattern: z.string().min(1).max(200), provider: z.string().max(64) }),
  z.strictObject({ kind: z.literal('not'), id: z.string().min(1).max(64) }),
]);

/** Everything that one site was taught: what a user may save, and what a settings file may bring. */
export const StoredRules = z
  .array(StoredRule)
  .max(settingsLimits.rules)
  .refine((all) => all.every((rule) => rule.kind !== 'pattern' || !patternProblem(rule.pattern)));
