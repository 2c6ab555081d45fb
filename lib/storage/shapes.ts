import * as v from 'valibot';
import { isApiAddress } from '../browser/origins';
import type { CallSummary } from '../call/call';
import type { CallRef } from '../call/callRef';
import type { Visit } from '../call/callList';
import type { Connection } from '../call/connection';
import { callFlags, sentimentKinds, statusKinds } from '../call/kinds';
import type { DescribedFile, ProviderInfo } from '../call/providerInfo';
import type { Asked } from '../call/lookUp';
import type { Review } from '../call/review';
import { isTimeZone } from '../call/zone';
import type { Waiting } from '../call/waiting';
import { languages } from '../language/languages';
import { patternProblem } from '../page/detect/patternProblem';
import type { SiteRule } from '../page/detect/rules';
import type { FrameReport, PageState } from '../page/protocol';
import type { Site } from '../page/site';

type Schema<T> = v.GenericSchema<unknown, T>;

export const text = v.string();
export const number = v.number();
export const flag = v.boolean();
export const language = v.picklist(languages);
const texts = v.array(text);
const optionalText = v.optional(text);

const time = v.pipe(
  text,
  v.check((at) => !Number.isNaN(Date.parse(at))),
);

export const connection: Schema<Connection> = v.object({
  id: text,
  provider: text,
  label: text,
  baseUrl: v.optional(v.pipe(text, v.check(isApiAddress))),
  account: v.optional(v.record(text, text)),
  region: optionalText,
  zone: v.optional(v.pipe(text, v.check(isTimeZone))),
  sample: flag,
  keyEnd: optionalText,
  managed: v.optional(v.object({ key: v.picklist(['byPolicy', 'byUser']) })),
});

/** What the text describes is checked by whoever makes a provider of it. */
export const describedFile: Schema<DescribedFile> = v.object({ id: text, name: text, text });

export const ref: Schema<CallRef> = v.object({ provider: text, connection: text, id: text });

export const visit: Schema<Visit> = v.object({ provider: text, connection: text, id: text, at: time });

export const review: Schema<Review> = v.object({
  reviewed: v.optional(flag),
  flagged: v.optional(flag),
  note: optionalText,
});

const rule: Schema<SiteRule> = v.variant('kind', [
  v.object({ kind: v.literal('label'), label: text, provider: text }),
  v.object({
    kind: v.literal('pattern'),
    pattern: v.pipe(
      text,
      v.check((pattern) => !patternProblem(pattern)),
    ),
    provider: text,
  }),
  v.object({ kind: v.literal('not'), id: text }),
]);

export const site: Schema<Site> = v.object({
  pattern: v.pipe(text, v.regex(/^https?:\/\/(\*\.)?[\w.-]+\/\*$/)),
  rules: v.array(rule),
  off: v.optional(flag),
  managed: v.optional(v.array(rule)),
});

export const providerInfo: Schema<ProviderInfo> = v.object({
  id: text,
  name: text,
  regions: v.array(v.object({ id: text, name: optionalText, baseUrl: text })),
  account: v.array(v.object({ name: text, label: text, phrase: text, hint: text, pattern: text })),
  keyHelp: text,
  keyPage: text,
  scopes: v.array(v.object({ name: text, optional: flag })),
  filters: v.array(
    v.object({
      name: text,
      kind: v.picklist(['text', 'number', 'date', 'choice']),
      choices: v.optional(texts),
    }),
  ),
  hasOpaqueIds: flag,
  noteScopes: v.optional(texts),
  samples: texts,
});

/** What lists show of a call beside its identity. */
export const glance = {
  status: v.optional(v.object({ raw: text, kind: v.picklist(statusKinds) })),
  sentiment: v.optional(v.object({ raw: text, kind: v.picklist(sentimentKinds) })),
  summary: optionalText,
  duration: v.optional(number),
  flags: v.array(v.picklist(callFlags)),
  agent: v.optional(v.object({ id: optionalText, name: optionalText, deleted: v.optional(flag) })),
  startedAt: v.optional(v.object({ text, iso: optionalText, zone: optionalText })),
};

export const callSummary: Schema<CallSummary> = v.object({
  ref,
  ...glance,
  direction: optionalText,
  concerns: v.optional(number),
});

const shown = { id: text, reason: text, label: optionalText };
const report = {
  address: text,
  unreadable: v.array(v.object({ why: v.picklist(['frame', 'canvas']), origin: optionalText })),
  phones: texts,
};
export const frameReport: Schema<FrameReport> = v.object({
  ...report,
  calls: v.array(v.object({ ...shown, isLater: v.optional(flag) })),
});

export const taught = v.object({
  id: text,
  label: optionalText,
  pattern: text,
  address: text,
  frame: number,
  at: text,
});

export const pageState: Schema<PageState> = v.object({
  ...report,
  calls: v.array(
    v.object({
      ...shown,
      state: v.picklist(['candidate', 'confirmed', 'later']),
      call: v.optional(callSummary),
    }),
  ),
  tab: number,
  record: optionalText,
  frames: v.record(text, number),
  taught: v.optional(taught),
});

export const waiting: Schema<Waiting> = v.object({
  provider: text,
  name: text,
  connections: texts,
  until: number,
  why: v.picklist(['asked', 'capped', 'limit']),
});

/** What connections said of an ID. The worker wrote it: only its outline is checked. */
const asked = v.custom<Asked>((value) => typeof value === 'object' && value !== null && 'failure' in value);

export const keptLookUp = v.object({
  text,
  provider: optionalText,
  answers: v.record(text, v.union([v.object({ ref }), v.object({ asked: v.array(asked) })])),
});
