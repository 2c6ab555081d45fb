import { CallRef } from '../call';
import { isApiAddress } from '../hosts';
import type { MessageName, Payload } from '../messages';
import { z } from '../zod';

/**
 * Who may send a message: `extension`, one of our own pages; `page`, a content script, which speaks for a web page.
 * A web page may ask for nothing yet.
 */
type Role = 'extension' | 'page';

interface Rule<N extends MessageName> {
  role: Role;
  payload: z.ZodType<Payload<N>>;
}

const id = z.string().min(1).max(64);
const request = z.string().min(1).max(64);
const locationId = z
  .string()
  .regex(/^[\w-]{3,64}$/)
  .optional();
const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>;
const connection = z.strictObject({ connection: id });

/** https, or this machine; without user-info, query or fragment; without a trailing slash. */
const baseUrl = z
  .string()
  .max(300)
  .transform((text) => text.trim().replace(/\/+$/, ''))
  .refine((text) => text === '' || isApiAddress(text))
  .optional();

const extension = <T>(payload: z.ZodType<T>) => ({ role: 'extension' as const, payload });

/** Who may send each message, and what it must look like. Unknown members are refused. */
export const contract: { [N in MessageName]: Rule<N> } = {
  listProviders: extension(nothing),
  listConnections: extension(nothing),
  saveConnection: extension(
    z.strictObject({
      id,
      provider: id,
      label: z.string().max(80),
      baseUrl,
      locationId: z
        .string()
        .max(64)
        .regex(/^\s*[\w-]*\s*$/)
        .optional(),
      key: z
        .string()
        .max(4096)
        .regex(/^\s*[\x21-\x7e]*\s*$/)
        .optional(),
    }),
  ),
  testConnection: extension(connection),
  removeConnection: extension(connection),
  addSamples: extension(nothing),
  findIds: extension(z.strictObject({ text: z.string().max(1_000_000) })),
  lookUp: extension(z.strictObject({ id, provider: id.optional(), locationId, request })),
  getCall: extension(z.strictObject({ ref: CallRef, refresh: z.boolean(), locationId, request })),
  listCalls: extension(
    z.strictObject({
      connection: id,
      filters: z.record(z.string().max(64), z.string().max(200)),
      page: z.number().int().min(1),
      locationId,
      request,
    }),
  ),
  cancel: extension(z.strictObject({ request })),
  listRecent: extension(nothing),
  reveal: extension(z.strictObject({ ref: CallRef, pointer: z.string().max(2000) })),
  openRecording: extension(z.strictObject({ ref: CallRef })),
  exportSettings: extension(nothing),
  importSettings: extension(z.strictObject({ text: z.string().max(1_000_000) })),
  clearAll: extension(nothing),
};
