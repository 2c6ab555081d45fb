import { z } from '../zod';

/** The identity of a call. Compare it whole: the same ID may exist at two providers, or in two accounts of one. */
export const CallRef = z.object({ provider: z.string(), connection: z.string(), id: z.string() });
export type CallRef = z.infer<typeof CallRef>;
