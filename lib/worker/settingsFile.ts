import { isApiAddress } from '../browser/origins';
import { withAccount } from '../call/connection';
import { settingsLimits } from '../call/settingsLimits';
import { isTimeZone } from '../call/zone';
import { languages } from '../language/languages';
import { Description } from '../providers/described/schema';
import { StoredRules } from './storedRule';
import { z } from '../zod';

/** What "Export settings" writes: everything but secrets and call content. */
export const SettingsFile = z.object({
  product: z.literal('call-log-inspector'),
  version: z.literal(1),
  connections: z
    .array(
      z.object({
        id: z.string().max(64),
        provider: z.string().max(64),
        label: z.string().max(settingsLimits.label),
        baseUrl: z.string().max(300).refine(isApiAddress).optional(),
        region: z.string().max(64).optional(),
        account: z.record(z.string().max(64), z.string().max(200)).optional(),
        /** Of files written before accounts had fields. */
        locationId: z.string().max(200).optional(),
        /** One that this browser does not know costs itself, and not the connection. */
        zone: z.string().max(64).refine(isTimeZone).optional().catch(undefined),
        sample: z.boolean(),
      }),
    )
    .max(settingsLimits.connections)
    .transform((all) => all.map(withAccount)),
  /** What the user described. */
  providers: z.array(Description).max(settingsLimits.providers).optional(),
  sites: z
    .array(z.object({ pattern: z.string().max(300), rules: StoredRules, off: z.boolean().optional() }))
    .max(settingsLimits.sites)
    .optional(),
  askOnPoint: z.boolean().optional(),
  note: z.array(z.string().max(200)).max(100).nullish(),
  singleKeys: z.boolean().optional(),
  hidePersonalData: z.boolean().optional(),
  /** One that this version does not speak costs itself. */
  language: z.enum(languages).optional().catch(undefined),
});
export type SettingsFile = z.infer<typeof SettingsFile>;
