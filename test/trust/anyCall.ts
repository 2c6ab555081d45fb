import { dialnexaCalls } from '../harness/calls/dialnexa';
import { highlevelCalls, highlevelMessages } from '../harness/calls/highlevel';
import { omnidimensionCalls } from '../harness/calls/omnidimension';
import { reply } from '../harness/faults';
import type { Fault } from '../harness/replica';
import type { Row } from '../harness/replica/vendor';

function answering(path: RegExp, body: (id: string) => Row): Fault {
  return (request, response) => {
    const id = path.exec(request.url ?? '')?.[1];
    return id ? reply(200, body(id))(request, response) : false;
  };
}

/**
 * Answers for every ID with one call, by provider; everything else is left to the replica.
 * @param change what is made of the call before it is sent; it keeps its ID
 */
export const anyCall = (change: (row: Row) => Row = (row) => row): Record<string, Fault> => ({
  omnidimension: answering(/\/calls\/logs\/(\d+)/, (id) => ({
    call_log_data: [{ ...change(omnidimensionCalls[0]!.row), id: Number(id) }],
    total_records: 1,
  })),
  dialnexa: answering(/\/call-logs\/(call_\w+)/, (id) => ({ ...change(dialnexaCalls[0]!.row), call_id: id })),
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
});

/** IDs of calls that there are, as many as wanted. */
export const anyId: Record<string, (index: number) => string> = {
  omnidimension: (index) => String(7_000_000 + index),
  dialnexa: (index) => `call_column${index.toString(36).padStart(6, '0')}`,
  highlevel: (index) => index.toString(16).padStart(24, 'c0ffee'),
};
