import { CallRef } from '../call/callRef';
import { isTimeZone } from '../call/zone';
import { settingsLimits } from '../call/settingsLimits';
import { shortestPassphrase } from '../call/keyLock';
import { isApiAddress } from '../browser/origins';
import type { MessageName, Payload } from '../messages';
import { StoredRules } from './storedRule';
import { languages } from '../language/languages';
import { z } from '../zod';

/**
 * Who may send a message: `extension`, one of our own pages; `page`, a content script, which speaks for a web page.
 * It is answered only for what the user enabled, and only so often.
 */
type Role = 'extension' | 'page';

interface Rule<N extends MessageName> {
  role: Role;
  payload: z.ZodType<Payload<N>>;
}

const id = z.string().min(1).max(64);
const request = z.string().min(1).max(64);
const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>;
const connection = z.strictObject({ connection: id });

/** https, or this machine; without user-info, query or fragment; without a trailing slash. */
const baseUrl = z
  .string()
  .max(300)
  .transform((text) => text.trim().replace(/\/+$/, ''))
  .refine((text) => text === '' || isApiAddress(text))
  .optional();

const key = z
  .string()
  .max(4096)
  .regex(/^\s*[\x21-\x7e]*\s*$/);

const passphrase = z.string().max(1000);
/** Minutes. */
const after = z.number().int().min(1).max(1440).nullable();

const pattern = z.strictObject({ pattern: z.string().max(300) });
const tab = z.number().int().min(0);

/** What is more than a page can sensibly show is left out, not refused. */
const firstOf = <T>(item: z.ZodType<T>, count: number) =>
  z.preprocess((value) => (Array.isArray(value) ? value.slice(0, count) : value), z.array(item));
const label = z.string().max(200).optional();
const address = z.string().max(8000);

const reason = z.enum(['link', 'label', 'prefix', 'bare', 'rule']);
const candidate = z.strictObject({ id, providers: z.array(id).max(50), reason });
const shownId = z.strictObject({ id, reason: z.string().max(20), label, isLater: z.boolean().optional() });

/** A shape is made for the first message of its name: to make all of them would cost each start of the worker. */
const extension = <T>(payload: () => z.ZodType<T>) => ({ role: 'extension' as const, payload: z.lazy(payload) });

const page = <T>(payload: () => z.ZodType<T>) => ({ role: 'page' as const, payload: z.lazy(payload) });

/** Who may send each message, and what it must look like. Unknown members are refused. */
export const contract: { [N in MessageName]: Rule<N> } = {
  listProviders: extension(() => nothing),
  saveConnection: extension(() =>
    z.strictObject({
      id,
      provider: id,
      label: z.string().max(settingsLimits.label),
      region: id.optional(),
      baseUrl,
      account: z.record(z.string().max(64), z.string().max(200)).optional(),
      zone: z.string().max(64).refine(isTimeZone).optional(),
      key: key.optional(),
    }),
  ),
  saveManagedKey: extension(() => z.strictObject({ connection: id, key: key.min(1) })),
  testConnection: extension(() => connection),
  keyAccess: extension(() => connection),
  removeConnection: extension(() => connection),
  addSamples: extension(() => nothing),
  addProvider: extension(() => z.strictObject({ text: z.string().max(settingsLimits.description) })),
  removeProvider: extension(() => z.strictObject({ provider: id })),
  findIds: extension(() => z.strictObject({ text: z.string().max(1_000_000), provider: id.optional() })),
  lookUp: extension(() =>
    z.strictObject({
      id,
      providers: z.array(id).max(20).optional(),
      address: address.optional(),
      incognito: z.boolean().optional(),
      request,
    }),
  ),
  getCall: extension(() => z.strictObject({ ref: CallRef, refresh: z.boolean(), request })),
  listCalls: extension(() =>
    z.strictObject({
      connection: id,
      filters: z.record(z.string().max(64), z.string().max(200)),
      cursor: z.string().max(2000).optional(),
      request,
    }),
  ),
  cancel: extension(() => z.strictObject({ request })),
  reveal: extension(() => z.strictObject({ ref: CallRef, pointer: z.string().max(2000) })),
  openRecording: extension(() => z.strictObject({ ref: CallRef, channel: id })),
  saveNote: extension(() => z.strictObject({ ref: CallRef, text: z.string().max(100_000) })),
  diagnostics: extension(() => nothing),
  exportSettings: extension(() => nothing),
  importSettings: extension(() => z.strictObject({ text: z.string().max(settingsLimits.bytes) })),
  clearAll: extension(() => nothing),
  keyLock: extension(() => nothing),
  unlock: extension(() => z.strictObject({ passphrase })),
  lockNow: extension(() => nothing),
  setPassphrase: extension(() =>
    z.strictObject({ passphrase: passphrase.min(shortestPassphrase), after, current: passphrase.optional() }),
  ),
  removePassphrase: extension(() => z.strictObject({ current: passphrase })),
  lockAfter: extension(() => z.strictObject({ after })),
  forgetKeys: extension(() => nothing),
  enableSite: extension(() => pattern),
  disableSite: extension(() => pattern),
  saveRules: extension(() => z.strictObject({ pattern: pattern.shape.pattern, rules: StoredRules })),
  setLanguage: extension(() => z.strictObject({ language: z.enum(languages).nullable() })),
  readOnce: extension(() => z.strictObject({ tab })),
  forgetTaught: extension(() => z.strictObject({ tab })),
  fieldsOf: extension(() => z.strictObject({ tab: z.number().int() })),
  callsOfRecord: extension(() => z.strictObject({ tab, request })),

  startReading: page(() => nothing),
  confirm: page(() => z.strictObject({ candidates: z.array(candidate).max(200), pointed: z.boolean() })),
  report: page(() =>
    z.strictObject({
      address,
      calls: firstOf(shownId, 500),
      parts: z.number(),
    }),
  ),
  taught: page(() => z.strictObject({ id, label, pattern: z.string().max(200) })),
  loadMarks: page(() => nothing),
  openCall: page(() => z.strictObject({ ref: CallRef })),
};
