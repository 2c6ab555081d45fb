import type { SiteRule } from './detect/rules';

/**
 * A site whose pages are read: its match pattern, e.g. `https://crm.example.com/*`, and what the user taught it. One that is `off` was
 * disabled, and is kept for what it was taught: enabling it again brings that back.
 */
export interface Site {
  pattern: string;
  rules: SiteRule[];
  off?: boolean;
  /** What a policy says about it: the user cannot disable it. Absent for a site that is the user's own. */
  managed?: SiteRule[];
}
