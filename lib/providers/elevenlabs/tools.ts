import type { Action } from '../../call/call';
import { at, facts, type Field, first, flag, isAbsent, items, number, parsed, text } from '../reading/fields';

/** What the steps of an entry's workflows hold: requests to tools and their results, with IDs of their own. */
const inSteps = (entry: Field, member: 'requests' | 'results'): Field[] =>
  items(entry, 'tool_results')
    .flatMap((result) => items(result, 'result', 'steps'))
    .flatMap((step) => items(step, member));

/** The requests to tools in an entry of the transcript. */
export const requestsIn = (entry: Field): Field[] => [...items(entry, 'tool_calls'), ...inSteps(entry, 'requests')];

/** The results of tools in an entry of the transcript. */
export const resultsIn = (entry: Field): Field[] => [...items(entry, 'tool_results'), ...inSteps(entry, 'results')];

/** A request to a tool, or its result: `offset` in seconds from the start, `turn` where a result stands. */
interface Place extends Pick<Action, 'offset' | 'turn'> {
  field: Field;
}

function succeeded(result: Field): boolean | undefined {
  if (flag(result, 'is_error') || flag(result, 'is_blocked')) return false;
  return flag(result, 'is_error') === false && flag(result, 'tool_has_been_called') !== false ? true : undefined;
}

/** What a tool was asked, and what came of it; a result whose request is not there stands for both. */
function actionOf({ field: request, offset }: Place, answer: Place | undefined): Action {
  const result = answer?.field;
  const details = at(request, 'tool_details');
  const isSent = !isAbsent(at(request, 'params_as_json'));
  const value = result && parsed(at(result, 'result_value'));
  return {
    id: text(request, 'request_id'),
    type: text(first(result ? [request, details, result] : [request, details], 'type')) ?? '',
    name: text(request, 'tool_name') ?? '',
    description: result && text(first(result, 'raw_error_message', 'error_type')),
    offset,
    turn: answer?.turn,
    parameters: isSent ? facts(request, 'params_as_json') : facts(details, 'parameters'),
    result: value && !isAbsent(value) ? value.value : undefined,
    succeeded: result && succeeded(result),
    seconds: result && number(result, 'tool_latency_secs'),
    pointer: request.pointer,
  };
}

/** The tools that were used: request and result, which are in different entries of the transcript, are joined by `request_id`. */
export function actionsOf(requests: Place[], results: Place[]): Action[] {
  const waiting = Map.groupBy(results, ({ field }) => text(field, 'request_id'));
  const actions = requests.map((request) => {
    const id = text(request.field, 'request_id');
    return actionOf(request, id === undefined ? undefined : waiting.get(id)?.shift());
  });
  return [...actions, ...[...waiting.values()].flat().map((result) => actionOf(result, result))];
}
