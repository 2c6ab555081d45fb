import type { Call } from '../../call/call';
import { at, entries, facts, type Field, items, number, parsed, text, time } from '../reading/fields';
import { isMembers } from '../../call/jsonPointer';
import { jsonText } from '../../call/jsonText';

const known = new Set([
  'name',
  'webhook_url',
  'webhook_method',
  'payload',
  'status',
  'response_code',
  'response_body',
  'error_message',
  'create_date',
]);

/** OmniDimension's deliveries after the call: `post_call_actions` has one list a channel, named `…_ids`. */
export function deliveriesOf(row: Field): Call['deliveries'] {
  const lists = entries(row, 'post_call_actions').filter(([name]) => name.endsWith('_ids'));
  return lists.flatMap(([list, field]) => {
    const channel = list.replace(/^call_recording_/, '').replace(/(_service)?_ids$/, '');
    return items(field).map((each) => {
      if (!isMembers(each.value)) {
        return { channel, name: jsonText(each.value), details: [], pointer: each.pointer };
      }
      const status = text(each, 'status');
      const code = number(each, 'response_code');
      const error = text(each, 'error_message');
      return {
        channel,
        name: text(each, 'name') ?? channel,
        status,
        succeeded: succeeded(status, code, error),
        method: text(each, 'webhook_method'),
        url: text(each, 'webhook_url'),
        code,
        at: time(each, 'create_date'),
        error,
        response: parsed(at(each, 'response_body')).value,
        payload: parsed(at(each, 'payload')).value,
        details: facts(each).filter(({ name }) => !known.has(name)),
        pointer: each.pointer,
      };
    });
  });
}

function succeeded(status: string | undefined, code: number | undefined, error: string | undefined) {
  if (error) return false;
  if (code) return code >= 200 && code < 300;
  if (/^(sent|success|succeeded|delivered|completed)$/i.test(status ?? '')) return true;
  return /^(failed|failure|error)$/i.test(status ?? '') ? false : undefined;
}
