import type { Call } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import { at, entries, fact, facts, type Field, flag, isAbsent, text } from '../reading/fields';

const extracts = (action: Field) => text(action, 'action_type') === 'extract_info_action_type';
const executed = (row: Field) => entries(row, 'executed_actions');

/** What the agent did; what only extracts data is data, unless it failed. */
export const actionsOf = (row: Field): Call['actions'] =>
  executed(row).flatMap(([key, action]) => {
    const error = at(action, 'error_message');
    const returned = at(action, 'return_value');
    if (extracts(action) && isAbsent(error)) return [];
    return [
      {
        type: text(action, 'action_type') ?? '',
        name: text(action, 'name') ?? key,
        description: text(action, 'description'),
        parameters: facts(action, 'parameters_hard_coded'),
        result: isAbsent(returned) ? text(error) : returned.value,
        succeeded: error.value === undefined ? undefined : isAbsent(error),
        pointer: action.pointer,
      },
    ];
  });

const isVariable = ({ value }: Field) =>
  isMembers(value) && (Object.hasOwn(value, 'value') || Object.hasOwn(value, 'collected'));

/** What was learned: variables by their names, in the documents by the agents' IDs and their names, and what actions extracted. */
export function extractedIn(row: Field): Call['extracted'] {
  const variable = ([name, field]: [string, Field]) => {
    const found = fact(name, at(field, 'value'));
    return flag(field, 'collected') === false ? { ...found, absent: true } : found;
  };
  const collected = entries(row, 'collected_variables').flatMap(([name, field]) =>
    isVariable(field) ? [variable([name, field])] : entries(field).map(variable),
  );
  const found = executed(row).filter(([, action]) => extracts(action));
  return [...collected, ...found.flatMap(([, action]) => facts(action, 'return_value'))];
}
