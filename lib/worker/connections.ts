import { addSites } from './browser/contentScripts';
import { CallFailure, fail } from '../errors';
import { clearKeys, removeKey, saveKey } from './keyStore';
import type { ConnectionInput } from '../messages';
import { providerById, providers } from '../providers';
import { sampleAccount } from '../providers/samples';
import type { Account } from '../call/providerInfo';
import { clearRecordings } from '../storage/recordings';
import { forgetReviews } from '../storage/reviews';
import { clearStorage } from '../storage/clearStorage';
import { change, read } from '../storage/item';
import {
  askOnPointItem,
  connectionsItem,
  memoryItem,
  noteItem,
  singleKeysItem,
  sitesItem,
  visitsItem,
} from '../storage/items';
import type { Connection } from '../call/connection';
import { settingsLimits } from '../call/settingsLimits';
import { sitePattern } from '../browser/sites';
import { apiOf, shortPatience } from './requests/api';
import { endRequests } from './requests/ends';
import { forgetBudgets } from './requests/limiter';
import { forget } from '../storage/callCache';
import { connectionOf } from './calls/lookUp';
import { SettingsFile } from './settingsFile';
import { forgetSummaries } from './confirm/summaryCache';

/** Adds a connection, or changes the one with the same ID; a key that is absent or empty stays as it was. */
export async function saveConnection(input: ConnectionInput): Promise<Connection> {
  const key = input.key?.trim();
  const { id, name } = providerById(input.provider);
  const merged = (before?: Connection): Connection => ({
    id: input.id,
    provider: before?.provider ?? id,
    label: input.label.trim() || name,
    region: input.region || undefined,
    baseUrl: input.baseUrl || undefined,
    account: accountIn(input),
    sample: before?.sample ?? false,
    keyEnd: key ? key.slice(-4) : before?.keyEnd,
  });
  const before = await read(connectionsItem);
  if (!before.some((each) => each.id === input.id)) checkCount(before.length + 1);
  // Another key or address: what waits would still go out with the old one.
  endRequests(input.id);
  if (key) await saveKey(input.id, key);
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
function checkCount(count: number): void {
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

async function forgetWhatWasLearned(connection: string): Promise<void> {
  await Promise.all([forget(connection), forgetSummaries(connection)]);
  await change(memoryItem, (memory) =>
    Object.fromEntries(Object.entries(memory).filter(([name]) => !name.startsWith(`${connection}/`))),
  );
}

/** Whose account the key is, by the provider's cheapest harmless request. Throws a `CallFailure`. */
export async function testConnection(id: string, signal: AbortSignal): Promise<Account> {
  const connection = await connectionOf(id);
  return providerById(connection.provider).whoAmI(apiOf(connection, { signal, patience: shortPatience }));
}

/** Forgets a connection, its key and everything read through it. */
export async function removeConnection(id: string): Promise<true> {
  endRequests(id);
  await change(connectionsItem, (all) => all.filter((each) => each.id !== id));
  await change(visitsItem, (all) => all.filter((each) => each.connection !== id));
  await Promise.all([removeKey(id), forgetWhatWasLearned(id), forgetReviews(id)]);
  return true;
}

/** One sample connection a provider; those that are there stay as they are. */
export const addSamples = (): Promise<Connection[]> =>
  change(connectionsItem, (connections) => {
    const missing = providers.filter(({ id }) => !connections.some((each) => each.sample && each.provider === id));
    const samples = missing.map((provider) => ({
      id: crypto.randomUUID(),
      provider: provider.id,
      label: `${provider.name} samples`,
      sample: true,
      account: sampleAccount(provider),
    }));
    return [...connections, ...samples].slice(0, Math.max(settingsLimits.connections, connections.length));
  });

/** All settings but the keys, as indented JSON. */
export async function exportSettings(): Promise<string> {
  const file = {
    product: 'call-log-inspector',
    version: 1,
    connections: await read(connectionsItem),
    sites: await read(sitesItem),
    askOnPoint: await read(askOnPointItem),
    note: await read(noteItem),
    singleKeys: await read(singleKeysItem),
  };
  // Parsing drops what a settings file must not hold.
  return JSON.stringify(SettingsFile.parse(file), null, 2);
}

/**
 * Adds the connections of an exported file beside those there are, without keys, and its sites, without the browser's permission.
 * Returns how many were added. Throws `import-invalid`, `import-too-large`, `import-twice` or `too-many-connections`, and adds nothing then.
 */
export async function importSettings(text: string): Promise<{ connections: number; sites: number }> {
  const file = readSettings(text);
  const { note, singleKeys, askOnPoint, sites = [] } = file;
  if (new Set(file.connections.map(({ id }) => id)).size < file.connections.length) fail('import-twice');
  const patterns = [...(await read(sitesItem)), ...sites].map(({ pattern }) => pattern);
  if (new Set(patterns).size > settingsLimits.sites) fail('import-too-large');
  const known = new Set(providers.map((each) => each.id));
  let added: Connection[] = [];
  await change(connectionsItem, (present) => {
    const isNew = ({ id }: Connection) => !present.some((other) => other.id === id);
    added = file.connections.filter((each) => known.has(each.provider) && isNew(each));
    checkCount(present.length + added.length);
    return [...present, ...added];
  });
  if (note) await change(noteItem, () => note);
  if (singleKeys !== undefined) await change(singleKeysItem, () => singleKeys);
  if (askOnPoint !== undefined) await change(askOnPointItem, () => askOnPoint);
  return { connections: added.length, sites: await addSites(sites) };
}

function readSettings(text: string): SettingsFile {
  try {
    const { data: file, error } = SettingsFile.safeParse(JSON.parse(text));
    if (error?.issues.every(({ code }) => code === 'too_big')) return fail('import-too-large');
    if (file?.sites?.every(({ pattern }) => sitePattern(pattern) === pattern) ?? file) return file as SettingsFile;
  } catch (thrown) {
    if (thrown instanceof CallFailure) throw thrown;
    // Whatever is wrong with it, it is no file of ours.
  }
  throw new CallFailure({ code: 'import-invalid' });
}

/** Forgets everything: keys, connections, history, calls read. */
export async function clearAll(): Promise<true> {
  endRequests();
  forgetBudgets();
  await Promise.all([clearKeys(), clearRecordings(), clearStorage()]);
  return true;
}
