import type { Call, Fact } from '../../call/call';
import { at, entries, fact, facts, type Field, isAbsent, items, text, time } from '../reading/fields';

/** By their IDs, or, where only the list is sent, the members of that. */
function resultsOf(analysis: Field, name: string, id: string): [name: string, result: Field][] {
  const named = entries(analysis, name);
  return named.length > 0 ? named : items(analysis, `${name}_list`).map((each) => [text(each, id) ?? '', each]);
}

const criteria = (analysis: Field) => resultsOf(analysis, 'evaluation_criteria_results', 'criteria_id');

/** A result as a fact, with the reason that the vendor's model gives. */
const factOf = (name: string, value: Field, result: Field): Fact => ({
  ...fact(name, value),
  reason: text(result, 'rationale'),
});
const judgement = (name: string, value: Field, result: Field): Fact => ({
  ...factOf(name, value, result),
  judged: true,
});

/** What was collected from the conversation, then what was judged of it: `success`, `failure` or `unknown`. */
export function learnedFrom(analysis: Field): Fact[] {
  const success = at(analysis, 'call_successful');
  return [
    ...resultsOf(analysis, 'data_collection_results', 'data_collection_id').map(([name, result]) =>
      factOf(name, at(result, 'value'), result),
    ),
    ...(isAbsent(success) ? [] : [judgement('call_successful', success, success)]),
    ...criteria(analysis).map(([name, result]) => judgement(name, at(result, 'result'), result)),
  ];
}

/** What went wrong by the vendor's own account: the error that ended the conversation, warnings, criteria that were not met. */
export function issuesOf(conversation: Field): string[] {
  const error = at(conversation, 'metadata', 'error');
  const failed = criteria(at(conversation, 'analysis')).filter(([, result]) => text(result, 'result') === 'failure');
  const line = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(': ');
  return [
    line(text(error, 'code'), text(error, 'reason')),
    ...items(conversation, 'metadata', 'warnings').map((warning) => text(warning) ?? ''),
    ...failed.map(([name, result]) => line(name, text(result, 'rationale') ?? text(result, 'result'))),
  ].filter(Boolean);
}

const known = new Set(['external_system', 'delivery_status', 'delivery_timestamp', 'delivery_error', 'external_link']);

/** A conversation that was held in a ticket or by messages is delivered to their system. */
export function deliveriesOf(conversation: Field): Call['deliveries'] {
  const sent = at(conversation, 'metadata', 'async_metadata');
  if (isAbsent(sent)) return [];
  const status = text(sent, 'delivery_status');
  const channel = text(sent, 'external_system') ?? '';
  return [
    {
      channel,
      name: channel,
      status,
      succeeded: status === 'success' ? true : status === 'failed' ? false : undefined,
      url: text(sent, 'external_link'),
      at: time(sent, 'delivery_timestamp'),
      error: text(sent, 'delivery_error'),
      details: facts(sent).filter(({ name }) => !known.has(name)),
      pointer: sent.pointer,
    },
  ];
}
