import { forgetConfirmed } from './browser/confirmedCalls';
import { fail } from '../errors';
import type { KeyLock } from '../call/keyLock';
import { clearKeys, keepKeys, removeKey, saveKey } from './keys/keyStore';
import type { ConnectionInput } from '../messages';
import { providerById, providers } from '../providers';
import { sampleAccount } from '../providers/samples';
import type { Account } from '../call/providerInfo';
import { forgetReviews } from '../storage/reviews';
import { clearStorage } from '../storage/clearStorage';
import { change, read } from '../storage/item';
import { withLock } from '../storage/lock';
import { isManagedId } from '../storage/policy';
import { connectionsItem, describedItem, managedKeysItem, memoryItem, visitsItem } from '../storage/items';
import type { Connection } from '../call/connection';
import { settingsLimits } from '../call/settingsLimits';
import { apiOf, originOf, shortPatience } from './requests/api';
import { endRequests } from './requests/ends';
import { forgetBudgets } from './requests/limiter';
import { forget } from '../storage/callCache';
import { connectionOf } from './calls/lookUp';
import { providersReady, reloadProviders } from './described/ready';
import { forgetSummaries } from './confirm/summaryCache';

/** Changes connections together with their keys, one piece of work after the other: no key is there without its connection. */
export const withConnections = <T>(work: () => Promise<T>): Promise<T> => withLock('connections', work);

/**
 * Adds a connection, or changes the one with the same ID; a key that is absent or empty stays as it was. Throws `key-missing` where
 * that key would then be sent to another origin, `forbidden` for one that a policy brings, and `locked`.
 */
export const saveConnection = (input: ConnectionInput): Promise<Connection> => withConnections(() => save(input));

async function save(input: ConnectionInput): Promise<Connection> {
  if (isManagedId(input.id)) fail('forbidden');
  const key = input.key?.trim();
  const { id, name } = providerById(input.provider);
  const merged = (before?: Connection): Connection => ({
    id: input.id,
    provider: before?.provider ?? id,
    label: input.label.trim() || name,
    region: input.region || undefined,
    baseUrl: input.baseUrl || undefined,
    account: accountIn(input),
    zone: input.zone || undefined,
    sample: before?.sample ?? false,
    keyEnd: key ? key.slice(-4) : before?.keyEnd,
  });
  const present = await read(connectionsItem);
  const before = present.find((each) => each.id === input.id);
  if (!before) checkCount(present.length + 1);
  const origin = originOf(merged(before));
  if (key) await saveKey(input.id, origin, key);
  else if (before?.keyEnd && originOf(before) !== origin) fail('key-missing');
  // Another key or address: what waits would still go out with the old one.
  endRequests(input.id);
  let isNew = true;
  const connections = await change(connectionsItem, (all) => {
    isNew = !all.some((each) => each.id === input.id);
    if (isNew) checkCount(all.length + 1);
    return isNew ? [...all, merged()] : all.map((each) => (each.id === input.id ? merged(each) : each));
  });
  // Another key or address may see other calls, and speak another generation of routes.
  if (!isNew) await forgetWhatWasLearned(input.id);
  return connections.find((each) => each.id === input.id)!;
}

/** Throws `too-many-connections`: a look-up asks them all. */
export function checkCount(count: number): void {
  if (count > settingsLimits.connections) fail('too-many-connections');
}

/** What was filled in of the fields that the provider's accounts have. Throws `unexpected` for a value that cannot be one. */
function accountIn({ provider, account = {} }: ConnectionInput): Connection['account'] {
  const filled = providerById(provider).account.flatMap(({ name, pattern }) => {
    const value = account[name]?.trim();
    if (value && !new RegExp(`^(?:${pattern})$`).test(value)) fail('unexpected');
    return value ? [[name, value]] : [];
  });
  return filled.length > 0 ? (Object.fromEntries(filled) as Connection['account']) : undefined;
}

/** Forgets what was read through a connection. */
export async function forgetWhatWasLearned(connection: string): Promise<void> {
  await Promise.all([forget(connection), forgetSummaries(connection), forgetConfirmed(connection)]);
  await change(memoryItem, (memory) =>
    Object.fromEntries(Object.entries(memory).filter(([name]) => !name.startsWith(`${connection}/`))),
  );
}

/** Whose account the key is, by the provider's cheapest harmless request. Throws a `CallFailure`. */
export async function testConnection(id: string, signal: AbortSignal): Promise<Account> {
  const connection = await connectionOf(id);
  return providerById(connection.provider).whoAmI(apiOf(connection, { signal, patience: shortPatience }));
}

/** Forgets a connection, its key and everything read through it. Throws `forbidden` for one that a policy brings. */
export async function removeConnection(id: string): Promise<true> {
  if (isManagedId(id)) fail('forbidden');
  await forgetConnection(id);
  return true;
}

/** Forgets a connection, its key and everything read through it, whoever brought it. */
export const forgetConnection = (id: string): Promise<void> =>
  withConnections(async () => {
    endRequests(id);
    await change(connectionsItem, (all) => all.filter((each) => each.id !== id));
    await change(managedKeysItem, ({ [id]: _gone, ...others }) => others);
    await change(visitsItem, (all) => all.filter((each) => each.connection !== id));
    await Promise.all([removeKey(id), forgetWhatWasLearned(id), forgetReviews(id)]);
  });

/** Erases what a stop in the middle of a change left of keys, and the keys of connections that are gone. */
export const sweepKeys = (): Promise<void> =>
  withConnections(async () => {
    // Keys of providers that are not there yet are not to be taken for orphans either.
    await providersReady();
    let own: Connection[] = [];
    // Unlike reading it throws where a newer version wrote them: their keys are not to be taken for orphans.
    await change(connectionsItem, (connections) => (own = connections));
    const known = own.filter(({ provider }) => providers.some(({ id }) => id === provider));
    const managed = await change(managedKeysItem, (keys) => keys);
    await keepKeys(
      new Map([
        ...known.map((each) => [each.id, originOf(each)] as const),
        ...Object.entries(managed).map(([id, { origin }]) => [id, origin] as const),
      ]),
    );
  });

/** Erases keys and passphrase; the connections stay, and want their keys anew. */
export const forgetKeys = (): Promise<KeyLock> =>
  withConnections(async () => {
    endRequests();
    await clearKeys();
    await change(connectionsItem, (all) => all.map((each) => ({ ...each, keyEnd: undefined })));
    await change(managedKeysItem, () => ({}));
    return { set: false } as const;
  });

/** One sample connection a provider; those that are there stay as they are. */
export const addSamples = (): Promise<Connection[]> =>
  change(connectionsItem, (connections) => {
    const documented = providers.filter(({ samples: { ids } }) => ids.length > 0);
    const missing = documented.filter(({ id }) => !connections.some((each) => each.sample && each.provider === id));
    const samples = missing.map((provider) => ({
      id: crypto.randomUUID(),
      provider: provider.id,
      label: `${provider.name} samples`,
      sample: true,
      account: sampleAccount(provider),
    }));
    return [...connections, ...samples].slice(0, Math.max(settingsLimits.connections, connections.length));
  });

/** Forgets everything: keys, connections, history, calls read. */
export async function clearAll(): Promise<true> {
  endRequests();
  forgetBudgets();
  // Pages that hear of the clearing ask which providers are left.
  await change(describedItem, () => undefined);
  await reloadProviders();
  await Promise.all([clearKeys(), clearStorage()]);
  // One that was being added meanwhile is gone with the rest.
  await reloadProviders();
  // A key that was being saved meanwhile has no connection any more.
  await sweepKeys();
  return true;
}
