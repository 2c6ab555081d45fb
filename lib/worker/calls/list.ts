import type { CallPage } from '../../call/callList';
import { providerById } from '../../providers';
import { apiOf } from '../requests/api';
import { coalesce } from '../requests/coalesce';
import { connectionOf } from './lookUp';

/** One page of a connection's calls by the vendor's own filters, newest first. Throws a `CallFailure`. */
export async function listCalls(
  query: { connection: string; filters: Record<string, string>; page: number; locationId?: string },
  signal: AbortSignal,
): Promise<CallPage> {
  const connection = await connectionOf(query.connection);
  const key = JSON.stringify(['list', query]);
  return coalesce(key, signal, (shared) =>
    providerById(connection.provider).listCalls(
      apiOf(connection, shared, query.locationId),
      connection.id,
      query.filters,
      query.page,
    ),
  );
}
