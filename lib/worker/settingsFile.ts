import { isApiAddress } from '../browser/origins';
import { withAccount } from '../call/connection';
import { StoredRules } from './storedRule';
import { z } from '../zod';

/** What "Export settings" writes: everything but secrets and call content. */
export const SettingsFile = z.object({
  product: z.literal('call-log-inspector'),
  version: z.literal(1),
  connections: z
    .array(
      z.object({
        id: z.string(),
        provider: z.string(),
        label: z.string(),
        baseUrl: z.string().refine(isApiAddress).optional(),
        region: z.string().optional(),
        account: z.record(z.string(), z.string()).optional(),
        /** Of files written before accounts had fields. */
        locationId: z.string().optional(),
        sample: z.boolean(),
      }),
    )
    .transform((all) => all.map(withAccount)),
  sites: z.array(z.object({ pattern: z.string(), rules: StoredRules, off: z.boolean().optional() })).optional(),
  askOnPoint: z.boolean().optional(),
  note: z.array(z.string()).nullish(),
  singleKeys: z.boolean().optional(),
});
export type SettingsFile = z.infer<typeof SettingsFile>;
