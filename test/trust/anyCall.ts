import { blandCalls } from '../harness/calls/bland';
import { dialnexaCalls } from '../harness/calls/dialnexa';
import { elevenlabsCalls } from '../harness/calls/elevenlabs';
import { highlevelCalls, highlevelMessages } from '../harness/calls/highlevel';
import { omnidimensionCalls } from '../harness/calls/omnidimension';
import { retellCalls } from '../harness/calls/retell';
import { synthflowCalls } from '../harness/calls/synthflow';
import { vapiCalls } from '../harness/calls/vapi';
import { reply } from '../harness/faults';
import type { Fault } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';

function answering(path: RegExp, body: (id: string) => Row): Fault {
  return (request, response) => {
    const id = path.exec(request.url ?? '')?.[1];
    return id ? reply(200, body(id))(request, response) : false;
  };
}

/** A UUID whose last digit tells whose it is: three providers have calls with UUIDs. */
const uuid = (index: number, owner: number) =>
  `${index.toString(16).padStart(8, '0')}-c0de-4000-8000-00000000000${owner}`;

/**
 * Answers for every ID with one call, by provider; everything else is left to the replica. Where IDs of several providers look alike,
 * DialNexa and Vapi answer for all but those that `anyId` makes for the others.
 * @param change what is made of the call before it is sent; it keeps its ID
 */
export const anyCall = (change: (row: Row) => Row = (row) => row): Record<string, Fault> => ({
  omnidimension: answering(/\/calls\/logs\/(\d+)/, (id) => ({
    call_log_data: [{ ...change(omnidimensionCalls[0]!.row), id: Number(id) }],
    total_records: 1,
  })),
  dialnexa: answering(/\/call-logs\/(call_(?!c0ffee)\w+)/, (id) => ({ ...change(dialnexaCalls[0]!.row), call_id: id })),
  // A message of its own for each call: equal requests at once would be one.
  highlevel: (request, response) => {
    const { pathname = '' } = new URL(request.url ?? '', 'http://replica');
    const id = /\/(?:call-logs|messages)\/(\w+)$/.exec(pathname)?.[1];
    if (!id) return false;
    const isMessage = pathname.includes('/messages/');
    const row = isMessage
      ? highlevelMessages[0]!
      : { ...change(highlevelCalls[0]!.row), messageId: `m${id.slice(-19)}` };
    return reply(200, { ...row, id })(request, response);
  },
  retell: answering(/\/get-call\/(call_c0ffee\w+)$/, (id) => ({ ...change(retellCalls[0]!.row), call_id: id })),
  vapi: answering(/\/call\/([\w-]+)$(?<!-c0de-.*[23])/, (id) => ({ ...change(vapiCalls[0]!.row), id })),
  bland: answering(/\/calls\/([\w-]+-c0de-[\w-]+2)$/, (id) => ({ ...change(blandCalls[0]!.row), call_id: id })),
  elevenlabs: answering(/\/conversations\/(conv_\w+)$/, (id) => ({
    ...change(elevenlabsCalls[0]!.row),
    conversation_id: id,
  })),
  synthflow: answering(/\/calls\/([\w-]+-c0de-[\w-]+3)$/, (id) => ({
    status: 'ok',
    response: { pagination: {}, calls: [{ ...change(synthflowCalls[0]!.row), call_id: id }] },
  })),
});

/** So many hex digits, the last five the index's own. */
const hex = (index: number, length: number) =>
  'c0ffee'.repeat(5).slice(0, length - 5) + index.toString(16).padStart(5, '0');

/** IDs of calls that there are, as many as wanted. */
export const anyId: Record<string, (index: number) => string> = {
  omnidimension: (index) => String(7_000_000 + index),
  dialnexa: (index) => `call_column${index.toString(36).padStart(6, '0')}`,
  highlevel: (index) => hex(index, 24),
  retell: (index) => `call_${hex(index, 32)}`,
  vapi: (index) => uuid(index, 1),
  bland: (index) => uuid(index, 2),
  elevenlabs: (index) => `conv_${hex(index, 28)}`,
  synthflow: (index) => uuid(index, 3),
};
