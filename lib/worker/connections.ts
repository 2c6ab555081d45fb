import { browser } from 'wxt/browser';
import { addSites } from './browser/contentScripts';
import { CallFailure, fail } from '../errors';
import { clearKeys, removeKey, saveKey } from './keyStore';
import type { ConnectionInput } from '../messages';
import { providerById, providers } from '../providers';
import { sampleAccount } from '../providers/samples';
import type { Account } from '../call/providerInfo';
import { clearRecordings } from '../storage/recordings';
import { forgetReviews, noteItem, singleKeysItem } from '../storage/preferences';
import {
  askOnPointItem,
  type Connection,
  connectionsItem,
  memoryItem,
  sitesItem,
  visitsItem,
} from '../storage/settings';
import { sitePattern } from '../browser/sites';
import { apiOf } from './requests/api';
import { forget } from '../storage/callCache';
import { connectionOf } from './calls/lookUp';
import { SettingsFile } from './settingsFile';
import { forgetSummaries } from './confirm/summaryCache';

/** Adds a connection, or changes the one with the same ID; a key that is absent or empty stays as it was. */
export async function saveConnection(input: ConnectionInput): Promise<Connection> {
  const connections = await connectionsItem.getValue();
  const before = connections.find((each) => each.id === input.id);
  const key = input.key?.trim();
  const connection: Connection = {
    id: input.id,
    provider: before?.provider ?? providerById(input.provider).id,
    label: input.label.trim() || providerById(input.provider).name,
    region: input.region || undefined,
    baseUrl: input.baseUrl || undefined,
    account: accountIn(input),
    sample: before?.sample ?? false,
    keyEnd: key ? key.slice(-4) : before?.keyEnd,
  };
  if (key) await saveKey(connection.id, key);
  await connectionsItem.setValue(
    before ? connections.map((each) => (each === before ? connection : each)) : [...connections, connection],
  );
  // Another key or address may see other calls, and speak another generation of routes.
  if (before) await forgetWhatWasLearned(before.id);
  return connection;
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
  const memory = Object.entries(await memoryItem.getValue()).filter(([name]) => !name.startsWith(`${connection}/`));
  await memoryItem.setValue(Object.fromEntries(memory));
}

/** Whose account the key is, by the provider's cheapest harmless request. Throws a `CallFailure`. */
export async function testConnection(id: string, signal: AbortSignal): Promise<Account> {
  const connection = await connectionOf(id);
  return providerById(connection.provider).whoAmI(apiOf(connection, { signal }));
}

/** Forgets a connection, its key and everything read through it. */
export async function removeConnection(id: string): Promise<true> {
  await connectionsItem.setValue((await connectionsItem.getValue()).filter((each) => each.id !== id));
  await visitsItem.setValue((await visitsItem.getValue()).filter((each) => each.connection !== id));
  await Promise.all([removeKey(id), forgetWhatWasLearned(id), forgetReviews(id)]);
  return true;
}

/** One sample connection a provider; those that are there stay as they are. */
export async function addSamples(): Promise<Connection[]> {
  const connections = await connectionsItem.getValue();
  const missing = providers.filter(({ id }) => !connections.some((each) => each.sample && each.provider === id));
  const samples = missing.map((provider) => ({
    id: crypto.randomUUID(),
    provider: provider.id,
    label: `${provider.name} samples`,
    sample: true,
    account: sampleAccount(provider),
  }));
  await connectionsItem.setValue([...connections, ...samples]);
  return [...connections, ...samples];
}

/** All settings but the keys, as indented JSON. */
export async function exportSettings(): Promise<string> {
  const file = {
    product: 'call-log-inspector',
    version: 1,
    connections: await connectionsItem.getValue(),
    sites: await sitesItem.getValue(),
    askOnPoint: await askOnPointItem.getValue(),
    note: await noteItem.getValue(),
    singleKeys: await singleKeysItem.getValue(),
  };
  // Parsing drops what a settings file must not hold.
  return JSON.stringify(SettingsFile.parse(file), null, 2);
}

/**
 * Adds the connections of an exported file beside those there are, without keys, and its sites, without the browser's permission.
 * Answers how many were added. Throws `import-invalid`.
 */
export async function importSettings(text: string): Promise<{ connections: number; sites: number }> {
  const file = readSettings(text);
  const present = await connectionsItem.getValue();
  const known = new Set(providers.map((each) => each.id));
  const added = file.connections.filter(
    (each) => known.has(each.provider) && !present.some((other) => other.id === each.id),
  );
  await connectionsItem.setValue([...present, ...added]);
  if (file.note) await noteItem.setValue(file.note);
  if (file.singleKeys !== undefined) await singleKeysItem.setValue(file.singleKeys);
  if (file.askOnPoint !== undefined) await askOnPointItem.setValue(file.askOnPoint);
  return { connections: added.length, sites: await addSites(file.sites ?? []) };
}

function readSettings(text: string): SettingsFile {
  try {
    const file = SettingsFile.parse(JSON.parse(text));
    if (file.sites?.every(({ pattern }) => sitePattern(pattern) === pattern) ?? true) return file;
  } catch {
    // Whatever is wrong with it, it is no file of ours.
  }
  throw new CallFailure({ code: 'import-invalid' });
}

/** Forgets everything: keys, connections, history, calls read. */
export async function clearAll(): Promise<true> {
  await Promise.all([clearKeys(), clearRecordings(), browser.storage.local.clear(), browser.storage.session.clear()]);
  return true;
}
