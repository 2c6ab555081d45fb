import type { Action, Call, Turn } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import { at, facts, type Field, flag, items, number, parsed, text } from '../reading/fields';
import { speakerOf } from '../reading/speakers';
import { spokenText, turnsOf } from '../reading/transcript';

const spokenRoles = new Set(['agent', 'user', 'transfer_target']);

/** What an entry that is neither speech nor a tool is called by; the rest of its members are its parameters. */
const nameOf: Record<string, string> = { node_transition: 'new_node_name', dtmf: 'digit' };

/** An utterance. Only its words have times: seconds of the recording, which the vendor calls approximate. */
function utterance(entry: Field, role: string): Turn {
  const words = items(entry, 'words').filter(({ value }) => isMembers(value));
  const [begin, end] = [words[0], words.at(-1)];
  return {
    speaker: speakerOf(role) ?? 'unknown',
    speakerRaw: role,
    text: text(entry, 'content')?.trim() ?? '',
    offset: begin && number(begin, 'start'),
    endOffset: end && number(end, 'end'),
  };
}

const answer = (entry: Field): Pick<Action, 'result' | 'succeeded'> => ({
  result: parsed(at(entry, 'content')).value,
  succeeded: flag(entry, 'successful'),
});

function happened(entry: Field, type: string): Omit<Action, 'turn'> {
  const { pointer } = entry;
  const id = text(entry, 'tool_call_id');
  if (type === 'tool_call_invocation')
    return { id, type, name: text(entry, 'name') ?? '', parameters: facts(entry, 'arguments'), pointer };
  if (type === 'tool_call_result') return { id, type, name: '', parameters: [], pointer, ...answer(entry) };
  const named = Object.hasOwn(nameOf, type) ? nameOf[type] : undefined;
  const told = new Set(['role', 'time_sec', named]);
  return {
    type,
    name: named ? (text(entry, named) ?? '') : '',
    offset: number(entry, 'time_sec'),
    parameters: facts(entry).filter(({ name }) => !told.has(name)),
    pointer,
  };
}

/** A list of utterances, tool calls and other events, in the order of the call: who spoke, and what happened after which turn. */
function eventsOf(list: Field): { turns: Turn[]; actions: Action[] } {
  const turns: Turn[] = [];
  const actions: Action[] = [];
  const invoked = new Map<string, Action>();
  for (const entry of items(list)) {
    if (!isMembers(entry.value)) continue;
    const role = text(entry, 'role') ?? '';
    if (spokenRoles.has(role)) {
      const turn = utterance(entry, role);
      if (turn.text) turns.push(turn);
      continue;
    }
    const asked = role === 'tool_call_result' ? invoked.get(text(entry, 'tool_call_id') ?? '') : undefined;
    if (asked) {
      Object.assign(asked, answer(entry));
      continue;
    }
    const action: Action = { ...happened(entry, role), turn: turns.length > 0 ? turns.length - 1 : undefined };
    actions.push(action);
    if (role === 'tool_call_invocation' && action.id) invoked.set(action.id, action);
  }
  return { turns, actions };
}

/**
 * The conversation and what happened in it. The vendor tells it up to three times: with tools (without personal data, where the agent is
 * set so), as utterances, as one text. The form with the most turns comes first, at equal length the one that tells most; another form
 * is kept where other words are said in it.
 */
export function conversationOf(call: Field, agent: string | undefined): Pick<Call, 'transcripts' | 'actions'> {
  const lists = ['transcript_with_tool_calls', 'scrubbed_transcript_with_tool_calls', 'transcript_object'].map((name) =>
    eventsOf(at(call, name)),
  );
  const whole = lists.find(({ turns, actions }) => turns.length + actions.length > 0) ?? { turns: [], actions: [] };
  const forms = [whole.turns, lists[2]?.turns ?? [], turnsOf(at(call, 'transcript'), { agent })]
    .filter((turns) => turns.length > 0)
    .toSorted((a, b) => b.length - a.length);
  const said = forms.map(spokenText);
  const distinct = forms.filter((_, index) => said.indexOf(said[index] ?? '') === index);
  // Their turns are those of the form that they came with.
  if (distinct[0] !== whole.turns) for (const action of whole.actions) action.turn = undefined;
  return {
    transcripts: distinct.map((turns, index) => ({ kind: index === 0 ? 'original' : 'other', turns })),
    actions: whole.actions,
  };
}
