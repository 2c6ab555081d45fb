import type { Call } from '../../call/call';
import { at, facts, type Field, first, flag, isAbsent, items, number, parsed, text, time } from '../reading/fields';
import { isMembers } from '../../call/jsonPointer';
import { spokenBy } from './spokenBy';
import { jsonText } from '../../call/jsonText';

/** The members of a list as texts. */
export const texts = (field: Field) => items(field).map(({ value }) => jsonText(value));

/** OmniDimension's `interactions`: the conversation, each the customer, then tools, then the agent; and the tools as actions. */
export function interactionsOf(row: Field) {
  const turns: Call['transcripts'][number]['turns'] = [];
  const actions: Call['actions'] = [];
  const inOrder = items(row, 'interactions').sort(
    (a, b) => (number(a, 'interaction_sequence') ?? 0) - (number(b, 'interaction_sequence') ?? 0),
  );
  for (const each of inOrder) {
    const when = time(each, 'time_of_call');
    const asked = text(each, 'user_query');
    if (asked) turns.push(...spokenBy('user', asked, when));

    const data = parsed(at(each, 'function_call_data'));
    for (const used of isMembers(data.value) ? [data] : items(data)) {
      const name = text(used, 'function_name') ?? '';
      const result = at(used, 'result').value;
      actions.push({
        type: 'function_call',
        name,
        at: when,
        turn: turns.length,
        parameters: facts(used, 'args'),
        result: isAbsent(at(used, 'result')) ? undefined : result,
        succeeded: flag(used, 'success'),
        seconds: number(used, 'time_taken'),
        pointer: used.pointer,
      });
      turns.push({ speaker: 'tool', speakerRaw: name, text: jsonText(result), at: when });
    }

    const answered = text(each, 'bot_response');
    if (!answered) continue;
    const remarks = new Set([...texts(at(each, 'issues')), text(each, 'evaluation_remarks')]);
    const issue = [...remarks].filter(Boolean).join('; ');
    const said = spokenBy('LLM', answered, when);
    // What the reply took is told of its last words.
    const last = said.pop();
    if (last)
      turns.push(...said, {
        ...last,
        latency: {
          total: number(each, 'total_response_time'),
          asr: number(each, 'asr_time'),
          llm: number(first(each, 'latency_llm', 'llm2_time')),
          tts: number(first(each, 'latency_tts', 'tts_time')),
        },
        tokens: number(each, 'total_tokens'),
        cost: number(each, 'total_cost'),
        issue: issue || undefined,
      });
  }
  return { turns, actions };
}
