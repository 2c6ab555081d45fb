import type { Call, CallSummary } from '../../call/call';
import type { CallPage, ListedCall } from '../../call/callList';
import { figuresOf } from '../../call/figures';
import { otherPartyOf } from '../../call/otherParty';
import { summarize } from '../../call/summarize';
import { providerById } from '../../providers';
import type { Row } from '../../providers/provider';
import type { Connection } from '../../call/connection';
import { apiOf } from '../requests/api';
import { coalesce } from '../requests/coalesce';
import { callOf } from './callOf';
import { connectionOf } from './lookUp';

/** One page of a connection's calls by the vendor's own filters, newest first. Throws a `CallFailure`. */
export async function listCalls(
  query: { connection: string; filters: Record<string, string>; cursor?: string },
  signal: AbortSignal,
): Promise<CallPage> {
  const connection = await connectionOf(query.connection);
  const provider = providerById(connection.provider);
  return coalesce(JSON.stringify(['list', query]), signal, async (shared) => {
    const api = apiOf(connection, { signal: shared });
    const { rows, ...page } = await provider.listCalls(api, knownFilters(query.filters, provider), query.cursor);
    return { calls: listedOf(connection, rows), ...page };
  });
}

/** The filters that a provider knows and the user filled in; others are left out, because some vendors refuse them. */
const knownFilters = (filters: Record<string, string>, provider: { filters: { name: string }[] }) =>
  Object.fromEntries(
    provider.filters.flatMap(({ name }) => (filters[name]?.trim() ? [[name, filters[name].trim()]] : [])),
  );

const callsOf = ({ id: connection, provider, zone }: Connection, rows: Row[]): Call[] =>
  rows.map(({ id, raw }) => callOf({ provider, connection, id }, raw, zone));

/** What the rows of a provider's list say of each call, as far as a web page may see it. */
export const summariesOf = (connection: Connection, rows: Row[]): CallSummary[] =>
  callsOf(connection, rows).map(summarize);

/** The same for a list of ours. */
export const listedOf = (connection: Connection, rows: Row[]): ListedCall[] =>
  callsOf(connection, rows).map((call) =>
    Object.assign(summarize(call), figuresOf(call), { party: otherPartyOf(call) }),
  );
