import { isApiAddress } from '../hosts';
import { z } from '../zod';

/** What "Export settings" writes: everything but secrets and call content. */
export const SettingsFile = z.object({
  product: z.literal('call-log-inspector'),
  version: z.literal(1),
  connections: z.array(
    z.object({
      id: z.string(),
      provider: z.string(),
      label: z.string(),
      baseUrl: z.string().refine(isApiAddress).optional(),
      locationId: z.string().optional(),
      sample: z.boolean(),
    }),
  ),
  note: z.array(z.string()).nullish(),
  singleKeys: z.boolean().optional(),
});
export type SettingsFile = z.infer<typeof SettingsFile>;
