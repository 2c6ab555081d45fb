import type { Call } from '../../call/call';
import {
  at,
  facts,
  type Field,
  first,
  firstOf,
  flag,
  isAbsent,
  items,
  number,
  parsed,
  root,
  text,
  time,
} from '../reading/fields';
import { isMembers } from '../../call/jsonPointer';
import type { Provider } from '../provider';
import type { Names } from '../reading/speakers';
import { turnsOf } from '../reading/transcript';
import { statusOf } from '../reading/status';

function transcriptsOf(log: Field, names: Names): Call['transcripts'] {
  const spoken = turnsOf(at(log, 'transcript'), names);
  const withTools = turnsOf(at(log, 'transcriptWithToolCalls'), { ...names, seconds: true });
  // Seen in three shapes: the examples', the webhook's, and the schema's, which holds a language and no text.
  const translation = at(log, 'translation');
  const translated = isMembers(translation.value)
    ? turnsOf(first(translation, 'translatedTranscript', 'transcript'), names)
    : turnsOf(translation, names);
  const language = isMembers(translation.value) ? text(translation, 'language') : undefined;
  const transcripts: Call['transcripts'] = [
    { kind: 'original', turns: spoken },
    { kind: spoken.length ? 'other' : 'original', turns: withTools },
    { kind: 'translation', language, turns: translated },
  ];
  return transcripts.filter(({ turns }) => turns.length > 0);
}

const actionsOf = (log: Field): Call['actions'] =>
  items(log, 'executedCallActions').map((action) => ({
    id: text(first(action, 'actionId', '_id')),
    type: text(action, 'actionType') ?? '',
    name: text(action, 'actionName') ?? '',
    description: text(action, 'description'),
    at: time(action, 'executedAt'),
    triggeredAt: time(action, 'triggerReceivedAt'),
    parameters: facts(action, 'actionParameters'),
    pointer: action.pointer,
  }));

/** What the `status` of any message may say of its delivery: nothing about a call. */
const deliveryWords = /^(sent|delivered|undelivered|read|opened|clicked|received)$/i;

/**
 * Status and length of the call as its message tells them: in `meta.call` live, in `meta` in the documents, beside the message in the
 * webhook. An incoming call that nobody took has its status as the message's own.
 */
function messageFacts(message: Field, log: Field) {
  const meta = parsed(at(message, 'meta'));
  const call = parsed(at(meta, 'call'));
  const places = [meta, message, log];
  const stated = firstOf([
    at(call, 'status'),
    at(call, 'callStatus'),
    ...places.map((place) => at(place, 'callStatus')),
  ]);
  const own = at(message, 'status');
  const isOwn = isAbsent(stated) && !deliveryWords.test(text(own) ?? '');
  const lengths = [at(call, 'duration'), at(call, 'callDuration'), ...places.map((place) => at(place, 'callDuration'))];
  return { status: isOwn ? own : stated, duration: firstOf(lengths), isVoicemail: /^voicemail/i.test(text(own) ?? '') };
}

/** A call as HighLevel's log, its message and its agent tell it. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const log = at(reply, 'log');
  const wrapped = at(reply, 'message', 'message');
  const message = isMembers(wrapped.value) ? wrapped : at(reply, 'message');
  const told = messageFacts(message, log);
  const status = statusOf(told.status);
  const agent = {
    id: text(log, 'agentId'),
    name: text(at(reply, 'agent', 'agentName')) ?? text(log, 'agentName'),
    deleted: flag(log, 'isAgentDeleted'),
  };
  const customer = text(log, 'contactName');
  const messageId = text(log, 'messageId');
  return {
    status,
    direction: text(first([message, log], 'direction')),
    agent: agent.id || agent.name ? agent : undefined,
    from: text(log, 'fromNumber'),
    to: text(log, 'toNumber'),
    contactId: text(first([log, message], 'contactId')),
    customerName: customer,
    startedAt: time(log, 'createdAt'),
    duration: number(log, 'duration') ?? number(told.duration),
    summary: text(log, 'summary'),
    flags: [
      ...(flag(log, 'trialCall') ? ['trial' as const] : []),
      ...(status?.kind === 'voicemail' || told.isVoicemail ? ['voicemail' as const] : []),
      ...(flag(log, 'agentTransferOccurred') ? ['transferred' as const] : []),
      ...(agent.deleted ? ['agent-deleted' as const] : []),
    ],
    transcripts: transcriptsOf(log, { agent: agent.name, customer }),
    extracted: facts(log, 'extractedData'),
    actions: actionsOf(log),
    deliveries: [],
    metrics: [],
    issues: [],
    recording: messageId ? { kind: 'request', pointer: at(log, 'messageId').pointer } : { kind: 'none' },
    raw,
    problems: [...reply.problems.values()],
  };
};
