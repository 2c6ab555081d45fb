import type { Call } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import { at, facts, type Field, first, items, parsed, text, time } from '../reading/fields';
import type { Spoken } from './turns';

type Action = Call['actions'][number];

/** What the agent did, noted among what was said: “Ended call: Thanks, you too!”. */
const doneIn = (spoken: Spoken[]): Action[] =>
  spoken.flatMap(({ turn, pointer }, index) => {
    if (turn.speakerRaw !== 'agent-action') return [];
    const [, name = turn.text, description] = /^([^:\n]{1,40}):\s+(.+)$/s.exec(turn.text) ?? [];
    const { at: when, offset } = turn;
    return [{ type: 'agent-action', name, description, at: when, offset, turn: index, parameters: [], pointer }];
  });

/** The nodes of the pathway that the call went through. The logs may be a text; then they are no list of nodes. */
function nodesOf(call: Field): Action[] {
  const logs = parsed(at(call, 'pathway_logs'));
  if (!Array.isArray(logs.value)) return [];
  let before: string | undefined;
  return items(logs).flatMap((log) => {
    const node = text(log, 'chosen_node_id');
    const isEntered = node !== undefined && node !== before;
    before = node ?? before;
    if (!isEntered) return [];
    const name = text(log, 'tag', 'name') ?? text(parsed(at(log, 'decision')), 'Current Node Name') ?? node;
    const parameters = facts(log, 'chosen_node_id');
    return [{ type: 'chosen_node_id', name, at: time(log, 'created_at'), parameters, pointer: log.pointer }];
  });
}

/** By the state of a warm transfer; `undefined` while nobody knows. */
const outcomes: Record<string, boolean> = { MERGED: true, TIMED_OUT: false, CANCELLED: false, NO_ANSWER: false };

/** To whom the call was handed on; a warm transfer has calls of its own to those who may take it. */
export function transferOf(call: Field): Action | undefined {
  const warm = at(call, 'warm_transfer_call');
  const isWarm = isMembers(warm.value) && Object.keys(warm.value).length > 0;
  const to = text(call, 'transferred_to');
  if (!isWarm && !to) return undefined;
  const [reached] = items(warm, 'proxy_agent_calls');
  const state = text(warm, 'state') ?? '';
  return {
    type: isWarm ? 'warm_transfer_call' : 'transferred_to',
    name: to ?? (reached && text(reached, 'phone_number')) ?? '',
    at: time(call, 'transferred_at'),
    parameters: isWarm ? facts(warm) : [],
    succeeded: isWarm && Object.hasOwn(outcomes, state) ? outcomes[state] : undefined,
    pointer: isWarm ? warm.pointer : first(call, 'transferred_to').pointer,
  };
}

export const actionsOf = (call: Field, spoken: Spoken[]): Action[] => [
  ...doneIn(spoken),
  ...nodesOf(call),
  ...[transferOf(call) ?? []].flat(),
];
