import { recordOf } from '../../crm';
import { phoneOf } from '../../call/phone';
import { asFailure, CallFailure } from '../../errors';
import type { RecordCalls } from '../../call/callList';
import { providerById } from '../../providers';
import type { RecordQuery } from '../../providers/provider';
import { read } from '../../storage/item';
import { connectionsItem } from '../../storage/items';
import type { Connection } from '../../call/connection';
import { accountOf } from '../requests/account';
import { apiOf } from '../requests/api';
import { coalesce } from '../requests/coalesce';
import { listedOf } from './list';

/** Each number costs requests, and a page may show any number of them. */
const mostPhones = 4;

/**
 * The calls with the contact of the CRM record at an address, by connection: all are asked at once, and the failure of one does not
 * cost the others. `phones` are the record's, in any notation, the most telling first: the first four are searched for.
 * Throws `canceled` when the signal aborts.
 */
export async function callsOfRecord(
  { address, phones }: { address?: string; phones: string[] },
  signal: AbortSignal,
): Promise<RecordCalls[]> {
  const numbers = phones.map(phoneOf).filter((phone) => phone !== undefined);
  const query = { record: recordOf(address ?? ''), phones: [...new Set(numbers)].slice(0, mostPhones) };
  const connections = await read(connectionsItem);
  const found = await Promise.all(connections.map((connection) => askOne(connection, query, { address, signal })));
  if (signal.aborted) throw new CallFailure({ code: 'canceled' });
  return found;
}

async function askOne(
  connection: Connection,
  query: RecordQuery,
  { address, signal }: { address?: string; signal: AbortSignal },
): Promise<RecordCalls> {
  const { id, label, provider } = connection;
  try {
    const found = await coalesce(
      JSON.stringify(['record', id, accountOf(connection, address), query]),
      signal,
      async (shared) => providerById(provider).callsOf?.(apiOf(connection, { signal: shared, address }), query),
    );
    const calls = listedOf(connection, found?.rows ?? []);
    return { connection: id, label, provider, calls, searched: found?.searched };
  } catch (error) {
    return { connection: id, label, provider, calls: [], failure: asFailure(error) };
  }
}
