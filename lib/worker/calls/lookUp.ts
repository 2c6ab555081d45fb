import type { CallRef } from '../../call/callRef';
import { asFailure, CallFailure, fail } from '../../errors';
import type { Asked, LookUpAnswer } from '../../call/lookUp';
import type { CallAnswer } from '../../call/callAnswer';
import { isId } from '../../page/detect/idShapes';
import { providerById, providers } from '../../providers';
import type { Provider, Reply } from '../../providers/provider';
import { noteFailure } from '../../storage/failures';
import { read } from '../../storage/item';
import { connectionsItem } from '../../storage/items';
import type { Connection } from '../../call/connection';
import { accountOf } from '../requests/account';
import { apiOf, type Asking } from '../requests/api';
import { endOf } from '../requests/ends';
import { cached, remember } from '../../storage/callCache';
import { isLately } from '../../storage/stamp';
import type { Entry } from '../../storage/callItems';
import { coalesce } from '../requests/coalesce';
import { inUiLanguage } from '../inUiLanguage';
import { callOf } from './callOf';
import { refreshIn } from './freshness';
import { noteVisit } from '../../storage/recentCalls';

export interface GetOptions extends Asking {
  /** Ask the provider even if the call is known. */
  refresh: boolean;
}

/** The connection of a ref. Throws `no-connection` when it was removed. */
export async function connectionOf(id: string): Promise<Connection> {
  return (await read(connectionsItem)).find((each) => each.id === id) ?? fail('no-connection');
}

/** Whether the provider's IDs look like nothing in particular. */
export const hasOpaqueIds = ({ ids }: Provider) => ids.some(({ kind }) => kind === 'opaque');

/** Providers whose IDs look like this one, by provider ID; of those the user named also the ones whose IDs look like nothing in particular. */
export const providersOf = (id: string, named: string[] = []): string[] =>
  providers
    .filter((each) => isId(id, each.ids) || (named.includes(each.id) && hasOpaqueIds(each)))
    .map((each) => each.id);

/** The provider's unredacted reply: only for what leaves the worker leaf by leaf, on request. Throws `not-found`. */
export async function getReply(ref: CallRef, asking: Asking): Promise<Reply> {
  const connection = await connectionOf(ref.connection);
  const reply = await providerById(ref.provider).getCall(apiOf(connection, asking), ref.id);
  return reply ?? fail('not-found');
}

function answer({ call, fetchedAt, failures, refreshes }: Entry): CallAnswer {
  return { call, fetchedAt, failures, refreshIn: refreshIn(call, refreshes) };
}

/** A known call that need not be asked about yet: it is finished, or was asked a moment ago. */
export async function knownCall(ref: CallRef): Promise<CallAnswer | undefined> {
  const known = await cached(ref);
  return known && isFresh(known) ? answer(known) : undefined;
}

function isFresh({ call, fetchedAt, refreshes }: Entry): boolean {
  const due = refreshIn(call, refreshes);
  return due === undefined || isLately(Date.parse(fetchedAt), due);
}

/**
 * One call. A finished call is answered from the cache; one in progress is asked again when its time has come.
 * A failed refresh keeps the last known call and says why it is stale. Throws a `CallFailure` when nothing is known.
 */
export async function getCall(ref: CallRef, options: GetOptions): Promise<CallAnswer> {
  const known = await cached(ref);
  if (known && !options.refresh && isFresh(known)) return answer(known);
  try {
    const account = accountOf(await connectionOf(ref.connection), options.address);
    const fresh = await coalesce(JSON.stringify([ref, account]), options.signal, async (signal) => {
      // An equal request may have ended since the cache was read.
      const now = options.refresh ? undefined : await cached(ref);
      return now && isFresh(now) ? now : fetchCall(ref, { ...options, signal }, known);
    });
    return answer(fresh);
  } catch (error) {
    const failure = asFailure(error);
    if (!known || failure.code === 'canceled') throw error;
    void noteFailure(failure.code);
    return { ...answer(known), stale: failure };
  }
}

async function fetchCall(ref: CallRef, options: GetOptions, known: Entry | undefined): Promise<Entry> {
  const end = endOf(ref.connection);
  const reply = await getReply(ref, options);
  const { zone } = await connectionOf(ref.connection);
  const entry: Entry = {
    call: callOf(ref, reply.raw, zone),
    fetchedAt: new Date().toISOString(),
    failures: reply.failures.map(({ what, failure }) => ({ what: inUiLanguage(what), failure })),
    refreshes: known ? known.refreshes + 1 : 0,
  };
  // What was removed meanwhile is not stored again.
  end.throwIfAborted();
  await remember(entry).catch(() => {});
  return entry;
}

/**
 * Looks up what a user asked for, with every connection whose provider has such IDs, and notes the call among the recent ones,
 * unless it is `incognito`.
 * `named` are the providers that the user chose or the text names: nobody else is asked. Throws `no-ids` for a text that is no ID,
 * `no-connection` when nobody can be asked.
 */
export async function lookUp(
  id: string,
  { providers: named, incognito = false, ...asking }: Asking & { providers?: string[]; incognito?: boolean },
): Promise<LookUpAnswer> {
  const possible = providersOf(id, named).filter((each) => !named || named.includes(each));
  if (possible.length === 0) fail('no-ids');
  const connections = (await read(connectionsItem)).filter((each) => possible.includes(each.provider));
  if (connections.length === 0) fail('no-connection');
  const ends = new Map(connections.map((each) => [each.id, endOf(each.id)]));
  const said = await findCall(id, connections, asking);
  // What was removed meanwhile is not noted; what cannot be noted or kept is shown all the same.
  if (!incognito && 'found' in said && !ends.get(said.found.call.ref.connection)?.aborted)
    await noteVisit(said.found.call).catch(() => {});
  return said;
}

/**
 * Asks the connections all at once. The first that knows the call wins and the others are abandoned; when none does, the answer
 * names each with what it said.
 */
export async function findCall(id: string, connections: Connection[], asking: Asking): Promise<LookUpAnswer> {
  const abort = new AbortController();
  const all = AbortSignal.any([asking.signal, abort.signal]);
  const asked: Asked[] = [];
  const ask = async (connection: Connection): Promise<CallAnswer> => {
    const ref = { provider: connection.provider, connection: connection.id, id };
    try {
      return await getCall(ref, { ...asking, refresh: false, signal: all });
    } catch (error) {
      const failure = asFailure(error);
      void noteFailure(failure.code);
      asked.push({ ...ref, label: connection.label, failure });
      throw error;
    }
  };
  try {
    const found = await Promise.any(connections.map(ask));
    abort.abort();
    return { found };
  } catch {
    if (asking.signal.aborted) throw new CallFailure({ code: 'canceled' });
    return { asked };
  }
}
