import type { Action, Call, Fact, Latency, Turn } from '../../call/call';
import { jsonText } from '../../call/jsonText';
import { mask } from '../../redaction/mask';
import {
  at,
  fact,
  facts,
  type Field,
  finite,
  first,
  firstOf,
  isAbsent,
  items,
  number,
  parsed,
  text,
  time,
} from '../reading/fields';
import { speakerOf } from '../reading/speakers';

/** The vendor's times are epoch milliseconds, its latencies milliseconds. */
const toSeconds = (milliseconds: number | undefined) => (milliseconds === undefined ? undefined : milliseconds / 1000);

/** Seconds from one time to a later one; `undefined` where one is missing or the second comes first. */
function between(from: Field, to: Field): number | undefined {
  const [start, end] = [number(from), number(to)];
  return start === undefined || end === undefined || end < start ? undefined : finite((end - start) / 1000, to);
}

/**
 * When a message was said. Its end is reckoned from the two clock times: `duration` is documented in seconds, is milliseconds live, and
 * leaves pauses out.
 */
function moment(message: Field): Pick<Turn, 'at' | 'offset' | 'endOffset'> {
  const offset = number(message, 'secondsFromStart');
  if (offset === undefined) return { at: time(message, 'time') };
  const seconds = between(at(message, 'time'), at(message, 'endTime'));
  return { offset, ...(seconds !== undefined && { endOffset: offset + seconds }) };
}

/** What the vendor noted about what was said: threats it filtered out, answers of tools that are too long. */
function noted(message: Field): string | undefined {
  const warnings = items(message, 'warnings').map((warning) => text(warning, 'type') ?? jsonText(warning.value));
  const threats = items(message, 'detectedThreats').map(({ value }) => jsonText(value));
  return [...warnings, ...threats].join('; ') || undefined;
}

/** The roles of messages about tools; the older names are those of the vendor's events. */
const isAsked = (role: string) => /^tool[_-]calls?$/.test(role);
const isAnswered = (role: string) => /^tool[_-]call[_-]result$/.test(role);

/** What a tool was asked, by name. A text with something masked in it is shown as it is: what is revealed is the whole of it. */
function argumentsOf(used: Field): Fact[] {
  const name = isAbsent(at(used, 'arguments')) ? 'parameters' : 'arguments';
  const asked = at(used, name);
  const isMasked = typeof asked.value === 'string' && asked.value.includes(mask);
  return isMasked ? [fact(name, asked)] : facts(used, name);
}

/** The conversation of a call: its turns, with each tool where it was called, and these tools as actions. The prompt is no turn. */
export function messagesOf(call: Field): { turns: Turn[]; actions: Action[] } {
  const messages = items(firstOf([at(call, 'artifact', 'messages'), at(call, 'messages')]));
  const roleOf = (message: Field) => text(message, 'role') ?? '';
  const answers = messages.filter((message) => isAnswered(roleOf(message)));
  const answerTo = (id: string | undefined) => {
    const found = answers.findIndex((answer) => id !== undefined && text(answer, 'toolCallId') === id);
    return found < 0 ? undefined : answers.splice(found, 1)[0];
  };
  const turns: Turn[] = [];
  const actions: Action[] = [];

  const addTool = (used: Field | undefined, message: Field, answer: Field | undefined) => {
    const result = answer && parsed(first(answer, 'result', 'message'));
    const named = used && firstOf([at(used, 'function'), used]);
    const name = (named && text(named, 'name')) ?? (answer && text(answer, 'name')) ?? '';
    const { endOffset: _, ...when } = moment(message);
    actions.push({
      id: used ? text(used, 'id') : answer && text(answer, 'toolCallId'),
      type: (used && text(used, 'type')) ?? 'function',
      name,
      ...when,
      turn: turns.length,
      parameters: named ? argumentsOf(named) : [],
      result: result && !isAbsent(result) ? result.value : undefined,
      seconds: used && answer ? between(at(message, 'time'), at(answer, 'time')) : undefined,
      pointer: (used ?? message).pointer,
    });
    const issue = answer && noted(answer);
    turns.push({ speaker: 'tool', speakerRaw: name, text: jsonText(result?.value), ...when, ...(issue && { issue }) });
  };

  for (const message of messages) {
    const role = roleOf(message);
    if (isAsked(role)) {
      for (const used of items(message, 'toolCalls')) addTool(used, message, answerTo(text(used, 'id')));
    } else if (isAnswered(role)) {
      // One that no call names; else it stands where the tool was called.
      const place = answers.findIndex(({ pointer }) => pointer === message.pointer);
      if (place >= 0) addTool(undefined, message, answers.splice(place, 1)[0]);
    } else if (role !== 'system') {
      const said = text(first(message, 'message', 'content'));
      if (said === undefined) continue;
      const issue = noted(message);
      const speakerRaw = text(first(message, 'speakerLabel', 'assistantName')) ?? role;
      const speaker = speakerOf(role) ?? 'unknown';
      turns.push({ speaker, speakerRaw, text: said, ...moment(message), ...(issue && { issue }) });
    }
  }
  return { turns: withLatency(turns, items(call, 'artifact', 'performanceMetrics', 'turnLatencies')), actions };
}

/** The latencies beside the replies they were measured at: the agent's first turn after each of the customer's, if there are as many. */
function withLatency(turns: Turn[], measured: Field[]): Turn[] {
  let isWaiting = false;
  const replies = turns.filter(({ speaker }) => {
    const isReply = isWaiting && speaker === 'agent';
    if (speaker === 'customer') isWaiting = true;
    if (speaker === 'agent') isWaiting = false;
    return isReply;
  });
  if (replies.length !== measured.length) return turns;
  return turns.map((turn) => {
    const latency = measured[replies.indexOf(turn)];
    return latency ? { ...turn, latency: latencyOf(latency) } : turn;
  });
}

const latencyOf = (measured: Field): Latency => ({
  total: toSeconds(number(measured, 'turnLatency')),
  asr: toSeconds(number(measured, 'transcriberLatency')),
  llm: toSeconds(number(measured, 'modelLatency')),
  tts: toSeconds(number(measured, 'voiceLatency')),
});

/** Whom the call was handed to, attempt by attempt, and the steps of a workflow it went through. */
export function stepsOf(call: Field): Call['actions'] {
  const transfers = items(call, 'artifact', 'transfers').map((transfer): Action => {
    const status = text(transfer, 'status');
    const to = at(transfer, 'destination');
    return {
      type: 'transfer',
      name: text(first(to, 'number', 'sipUri')) ?? '',
      description: [text(transfer, 'mode'), status].filter(Boolean).join(', ') || undefined,
      parameters: facts(to),
      result: text(transfer, 'transcript'),
      succeeded: status === undefined ? undefined : /^(?:connected|completed)$/.test(status),
      pointer: transfer.pointer,
    };
  });
  const nodes = items(call, 'artifact', 'nodes').map((node): Action => ({
    type: 'node',
    name: text(node, 'nodeName') ?? '',
    parameters: facts(node, 'variableValues'),
    pointer: node.pointer,
  }));
  return [...transfers, ...nodes];
}
