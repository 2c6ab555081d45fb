import type { Json } from '../../call/call';
import { isMembers } from '../../call/jsonPointer';
import type { Samples } from '../provider';
import replies from './samples.json';

const documented: Record<string, Json> = replies;

/** A call as the list shows it: the vendor leaves the transcripts out. */
const listed = (call: Json | undefined): Json =>
  isMembers(call) ? Object.fromEntries(Object.entries(call).filter(([name]) => !/transcript/.test(name))) : null;

export const samples: Samples = {
  // The documents show one ID for both; the web call has the one by which they show a call being stopped.
  ids: ['Jabr9TXYYJHfvl6Syypi88rdAHYHmcq6', 'call_a4441234567890777c4a4a123e6'],
  documented,
  composed(path) {
    if (path !== '/v3/list-calls') return undefined;
    const items = samples.ids.map((id) => listed(documented[`/v2/get-call/${id}`]));
    return { items, has_more: false, total: items.length };
  },
};
