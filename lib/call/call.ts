import { z } from '../zod';
import { CallRef } from './callRef';
import { callFlags, sentimentKinds, statusKinds } from './kinds';

/** Any value a JSON document can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
const Json: z.ZodType<Json> = z.json();

/** An RFC 6901 JSON pointer into the call's redacted raw reply, e.g. `/call_log_data/0/recording_url`. */
const Pointer = z.string();

/** `raw` is the provider's own word, always shown; `kind` is ours. */
const Status = z.object({ raw: z.string(), kind: z.enum(statusKinds) });
const Sentiment = z.object({ raw: z.string(), kind: z.enum(sentimentKinds) });

/**
 * `text` as the provider wrote it; `iso` (ISO 8601 with its zone) only where the zone is stated: by the provider, or, named by `zone`
 * (IANA), by the user for the account.
 */
const Timestamp = z.object({ text: z.string(), iso: z.string().optional(), zone: z.string().optional() });
export type Timestamp = z.infer<typeof Timestamp>;

/** A provider's name/value pair: parameters of an action, analysis, extracted data. `absent` marks the provider's ways to say "nothing". */
const Fact = z.object({
  name: z.string(),
  value: Json,
  absent: z.boolean(),
  pointer: Pointer,
  /** Why the provider thinks so, in its words. */
  reason: z.string().optional(),
  /** The provider's judgement of the call: nobody said it. */
  judged: z.boolean().optional(),
});
export type Fact = z.infer<typeof Fact>;

/** Seconds the agent spent on its reply, split as far as the provider splits it. */
const Latency = z.object({
  total: z.number().optional(),
  asr: z.number().optional(),
  llm: z.number().optional(),
  tts: z.number().optional(),
  tool: z.number().optional(),
});
export type Latency = z.infer<typeof Latency>;

/**
 * One utterance. `offset` is seconds from the start of the call, `at` a clock time; each only where the provider states it.
 * `latency`, `tokens`, `cost` (US dollars) belong to the reply an agent gave in this turn.
 */
const Turn = z.object({
  speaker: z.enum(['agent', 'customer', 'tool', 'unknown']),
  speakerRaw: z.string(),
  text: z.string(),
  at: Timestamp.optional(),
  offset: z.number().optional(),
  endOffset: z.number().optional(),
  latency: Latency.optional(),
  tokens: z.number().optional(),
  cost: z.number().optional(),
  issue: z.string().optional(),
});
export type Turn = z.infer<typeof Turn>;

/** The same conversation may come more than once: as spoken, translated, or in the provider's other form. */
const Transcript = z.object({
  kind: z.enum(['original', 'translation', 'other']),
  language: z.string().optional(),
  turns: z.array(Turn),
});
type Transcript = z.infer<typeof Transcript>;

/** Something the agent did during the call. `turn` is the index into the first transcript where it happened, when known. */
const Action = z.object({
  id: z.string().optional(),
  type: z.string(),
  /** The type in words, where the provider has them. */
  typeName: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  at: Timestamp.optional(),
  triggeredAt: Timestamp.optional(),
  offset: z.number().optional(),
  turn: z.number().optional(),
  parameters: z.array(Fact),
  result: Json.optional(),
  succeeded: z.boolean().optional(),
  seconds: z.number().optional(),
  pointer: Pointer,
});
export type Action = z.infer<typeof Action>;

/** Something sent somewhere after the call: a webhook, an e-mail, a CRM update. `code` is the HTTP status of the answer. */
const Delivery = z.object({
  channel: z.string(),
  name: z.string(),
  status: z.string().optional(),
  succeeded: z.boolean().optional(),
  method: z.string().optional(),
  url: z.string().optional(),
  code: z.number().optional(),
  at: Timestamp.optional(),
  error: z.string().optional(),
  response: Json.optional(),
  payload: Json.optional(),
  details: z.array(Fact),
  pointer: Pointer,
});
export type Delivery = z.infer<typeof Delivery>;

const Metric = z.object({
  name: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  unit: z.enum(['seconds', 'minutes', 'tokens', 'usd', 'score', 'count', 'text', 'credits']),
  pointer: Pointer,
});
export type Metric = z.infer<typeof Metric>;

/** A field the provider sent in another shape than it documents; the call is shown without it. */
const FieldProblem = z.object({ pointer: Pointer, expected: z.string(), got: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/**
 * Where the recording is. `link`: a URL in the reply, masked here, to be asked of the worker. `request`: a second request that
 * needs the key. `rejected`: a URL that is not a web address of https (javascript:, data:, …). `availableAt`: there is none yet, but the
 * provider says from when on there is.
 */
const Recording = z.object({
  kind: z.enum(['none', 'link', 'request', 'rejected']),
  pointer: Pointer.optional(),
  availableAt: Timestamp.optional(),
});
export type Recording = z.infer<typeof Recording>;

/** The one normalised shape all providers map to. Plain JSON: it crosses messages and sits in the session cache. */
export const Call = z.object({
  ref: CallRef,
  status: Status.optional(),
  sentiment: Sentiment.optional(),
  sentimentReason: z.string().optional(),
  direction: z.string().optional(),
  channel: z.string().optional(),
  agent: z
    .object({ id: z.string().optional(), name: z.string().optional(), deleted: z.boolean().optional() })
    .optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  contactId: z.string().optional(),
  customerName: z.string().optional(),
  startedAt: Timestamp.optional(),
  /** Whole call, in seconds. */
  duration: z.number().optional(),
  endReason: z.string().optional(),
  endedBy: z.string().optional(),
  summary: z.string().optional(),
  /** What words that only this vendor has mean, in a sentence each. */
  meanings: z
    .object({ status: z.string().optional(), endReason: z.string().optional(), endedBy: z.string().optional() })
    .optional(),
  flags: z.array(z.enum(callFlags)),
  transcripts: z.array(Transcript),
  extracted: z.array(Fact),
  actions: z.array(Action),
  deliveries: z.array(Delivery),
  metrics: z.array(Metric),
  issues: z.array(z.string()),
  recording: Recording,
  /** The provider's reply with its secrets masked. */
  raw: Json,
  /** Pointers of the leaves of `raw` in which something is masked. */
  masked: z.array(Pointer),
  problems: z.array(FieldProblem),
});
export type Call = z.infer<typeof Call>;

/** The few fields a web page may see: nothing of who was called, no transcript, no extracted data. */
export const CallSummary = Call.pick({
  ref: true,
  status: true,
  sentiment: true,
  direction: true,
  agent: true,
  startedAt: true,
  duration: true,
  summary: true,
  flags: true,
}).extend({
  /** How many things need a look, as far as they are known: see `concernsOf`. Absent where none does. */
  concerns: z.number().optional(),
});
export type CallSummary = z.infer<typeof CallSummary>;
