import type { Call } from '../../call/call';
import { at, facts, type Field, first, flag, isAbsent, items, number, root, text, time } from '../reading/fields';
import { isMembers } from '../../call/jsonPointer';
import type { Provider } from '../provider';
import { turnsOf } from '../reading/transcript';
import { statusOf } from '../reading/status';

const notation = { labels: ['bot', 'human'], breaks: /\n/ };

function transcriptsOf(log: Field): Call['transcripts'] {
  const spoken = turnsOf(at(log, 'transcript'), notation);
  const withTools = turnsOf(at(log, 'transcriptWithToolCalls'), notation, true);
  // Seen in three shapes: the examples', the webhook's, and the schema's, which holds a language and no text.
  const translation = at(log, 'translation');
  const translated = isMembers(translation.value)
    ? turnsOf(first(translation, 'translatedTranscript', 'transcript'), notation)
    : turnsOf(translation, notation);
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

/** A call as HighLevel's log, its message and its agent tell it. */
export const toCall: Provider['toCall'] = (_, raw) => {
  const reply = root(raw);
  const log = at(reply, 'log');
  const wrapped = at(reply, 'message', 'message');
  const message = isMembers(wrapped.value) ? wrapped : at(reply, 'message');
  const inCall = isAbsent(at(message, 'meta', 'call')) ? at(message, 'meta') : at(message, 'meta', 'call');

  const status = statusOf(first([inCall, log], 'callStatus'));
  const agent = {
    id: text(log, 'agentId'),
    name: text(at(reply, 'agent', 'agentName')) ?? text(log, 'agentName'),
    deleted: flag(log, 'isAgentDeleted'),
  };
  const messageId = text(log, 'messageId');
  return {
    status,
    direction: text(first([message, log], 'direction')),
    agent: agent.id || agent.name ? agent : undefined,
    from: text(log, 'fromNumber'),
    to: text(log, 'toNumber'),
    contactId: text(first([log, message], 'contactId')),
    customerName: text(log, 'contactName'),
    startedAt: time(log, 'createdAt'),
    duration: number(log, 'duration') ?? number(inCall, 'callDuration'),
    summary: text(log, 'summary'),
    flags: [
      ...(flag(log, 'trialCall') ? ['trial' as const] : []),
      ...(status?.kind === 'voicemail' ? ['voicemail' as const] : []),
      ...(flag(log, 'agentTransferOccurred') ? ['transferred' as const] : []),
      ...(agent.deleted ? ['agent-deleted' as const] : []),
    ],
    transcripts: transcriptsOf(log),
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
