import type { Call, Fact } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import type { Provider } from '../provider';
import { at, entries, fact, facts, type Field, first, firstOf, isAbsent, root, text, time } from '../reading/fields';
import { linkedRecording } from '../reading/recording';
import { statusOf } from '../reading/status';
import { turnsOf } from '../reading/transcript';
import { messagesOf, stepsOf } from './messages';
import { metricsIn } from './metricsIn';
import { kindOfEnding, words } from './words';

export const callIn = (raw: Parameters<typeof root>[0]): Field => at(root(raw), 'call');

/** Where the call's configuration names its agent; the name alone, where the configuration is not part of the reply, is asked for. */
export const agentOf = (call: Field) => {
  const activation = at(call, 'artifact', 'assistantActivations', 0);
  const id = text(
    firstOf([at(call, 'assistantId'), at(activation, 'assistantId'), at(call, 'squadId'), at(call, 'workflowId')]),
  );
  const names = [
    at(call, 'assistant', 'name'),
    at(activation, 'assistantName'),
    at(call, 'squad', 'name'),
    at(call, 'workflow', 'name'),
  ];
  return { id, name: text(firstOf(names)) };
};

/** A link of the vendor's own, that opens for everybody until it expires: of both sides together, else of one channel each. */
export const signedLink = (call: Field) => first(at(call, 'artifact'), 'presignedMonoUrl', 'presignedStereoUrl');

/** Where the recording is kept: by newer replies below `artifact.recording`, by older ones beside the transcript. */
export function storedLink(call: Field): Field {
  const recording = at(call, 'artifact', 'recording');
  const older = ['recordingUrl', 'stereoRecordingUrl'];
  return firstOf([
    at(recording, 'mono', 'combinedUrl'),
    at(recording, 'stereoUrl'),
    ...[at(call, 'artifact'), call].flatMap((owner) => older.map((name) => at(owner, name))),
  ]);
}

/** Whether a link leads into the vendor's own storage, which opens to the key alone; a customer may have recordings in its own bucket. */
export const takesKey = (link: Field) => /(?:^|\.)vapi\.ai$/.test(URL.parse(text(link) ?? '')?.hostname ?? '');

function recordingOf(call: Field): Call['recording'] {
  const signed = signedLink(call);
  if (!isAbsent(signed)) return linkedRecording(signed);
  const stored = storedLink(call);
  return takesKey(stored) ? { kind: 'request', pointer: stored.pointer } : linkedRecording(stored);
}

/** Seconds between two ISO times; `undefined` where one is missing or they are out of order. */
function durationOf(call: Field): number | undefined {
  const [start, end] = ['startedAt', 'endedAt'].map((name) => Date.parse(time(call, name)?.iso ?? ''));
  const seconds = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

/** What the call was asked to note: results by the names of their definitions, the older analysis by its fields' names. */
function extractedOf(call: Field): Fact[] {
  const outputs = entries(call, 'artifact', 'structuredOutputs').map(([id, output]) =>
    isMembers(output.value) && 'result' in output.value
      ? fact(text(output, 'name') ?? id, at(output, 'result'))
      : fact(id, output),
  );
  const skipped = entries(call, 'artifact', 'skippedStructuredOutputs').map(([id, output]) =>
    Object.assign(fact(text(output, 'name') ?? id, at(output, 'unmetCondition')), { absent: true }),
  );
  const analysis = ['structuredData', 'structuredDataMulti', 'successEvaluation'];
  return [...outputs, ...skipped, ...analysis.flatMap((name) => facts(call, 'analysis', name))];
}

/** Who hung up, where the reason says so: the vendor has no field for it. */
function endedBy(reason: string): string | undefined {
  if (reason.startsWith('customer-ended-call')) return 'customer';
  return /^assistant-(?:ended-call|said-end-call-phrase)/.test(reason) ? 'assistant' : undefined;
}

function isTransferred(call: Field, reason: string): boolean {
  if (/forwarded-call$|-returned-forwarding-|hook-executed-transfer$/.test(reason)) return true;
  const wentThrough = stepsOf(call).some(({ type, succeeded }) => type === 'transfer' && succeeded);
  return wentThrough || !isAbsent(first(at(call, 'destination'), 'number', 'sipUri'));
}

/** A call as Vapi's reply tells it, and the reply for its assistant where that was asked for. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const call = at(reply, 'call');
  const endReason = text(call, 'endedReason');
  const stated = statusOf(at(call, 'status'), words);
  const status = stated?.raw === 'ended' && endReason ? { ...stated, kind: kindOfEnding(endReason) } : stated;
  const { id, name = text(reply, 'assistant', 'name') } = agentOf(call);
  const type = text(call, 'type');
  const direction = /^(inbound|outbound)/.exec(type ?? '')?.[1];
  const customer = text(first(at(call, 'customer'), 'number', 'sipUri'));
  const own = text(first(at(call, 'phoneNumber'), 'number', 'twilioPhoneNumber', 'sipUri'));
  const customerName = text(call, 'customer', 'name');
  const { turns, actions } = messagesOf(call);
  const transcript = firstOf([at(call, 'artifact', 'transcript'), at(call, 'transcript')]);
  const spoken = turns.length > 0 ? turns : turnsOf(transcript, { agent: name, customer: customerName });
  const message = text(call, 'endedMessage');
  return {
    status,
    direction,
    channel: type,
    agent: id || name ? { id, name } : undefined,
    from: direction === 'inbound' ? customer : direction && own,
    to: direction === 'inbound' ? own : direction && customer,
    contactId: text(call, 'customer', 'externalId'),
    customerName,
    startedAt: time(first(call, 'startedAt', 'createdAt')),
    duration: durationOf(call),
    endReason,
    endedBy: endReason && endedBy(endReason),
    summary: text(firstOf([at(call, 'analysis', 'summary'), at(call, 'summary')])),
    flags: [
      ...(status?.kind === 'voicemail' ? ['voicemail' as const] : []),
      ...(isTransferred(call, endReason ?? '') ? ['transferred' as const] : []),
    ],
    transcripts: spoken.length > 0 ? [{ kind: 'original', turns: spoken }] : [],
    extracted: extractedOf(call),
    actions: [...actions, ...stepsOf(call)],
    deliveries: [],
    metrics: metricsIn(call),
    issues: message ? [message] : [],
    recording: recordingOf(call),
    raw,
    problems: [...reply.problems.values()],
  };
};
