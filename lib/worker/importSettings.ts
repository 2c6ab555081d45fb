import { addSites } from './browser/contentScripts';
import { sitePattern } from '../browser/sites';
import type { Connection } from '../call/connection';
import { settingsLimits } from '../call/settingsLimits';
import { CallFailure, fail } from '../errors';
import { providers } from '../providers';
import { change, read } from '../storage/item';
import { isManagedId, type Lockable } from '../storage/policy';
import { policyItem } from '../storage/policyItem';
import {
  askOnPointItem,
  connectionsItem,
  hidePersonalDataItem,
  noteItem,
  singleKeysItem,
  sitesItem,
} from '../storage/items';
import { setLanguage } from './browser/language';
import { restartReading } from './browser/tabs';
import { checkCount, withConnections } from './connections';
import { importDescribed } from './described/change';
import { removeKey } from './keys/keyStore';
import type { SettingsFile } from './settingsFile';

/**
 * Adds the connections of an exported file beside those there are, without keys, its described providers, and its sites, without the
 * browser's permission. Parts that a policy locks are left out.
 * Returns how many were added. Throws `import-invalid`, `import-too-large`, `import-twice` or `too-many-connections`, and adds nothing then.
 */
export async function importSettings(text: string): Promise<{ connections: number; sites: number; providers: number }> {
  const file = await readSettings(text);
  const { singleKeys, askOnPoint, hidePersonalData, language } = file;
  const { locked } = await read(policyItem);
  const unlessLocked = <T>(part: Lockable, all: T[] = []) => (locked.includes(part) ? [] : all);
  const sites = unlessLocked('sites', file.sites);
  const described = unlessLocked('connections', file.providers);
  const note = locked.includes('note') ? undefined : file.note;
  const given = unlessLocked('connections', file.connections);
  if (new Set(given.map(({ id }) => id)).size < given.length) fail('import-twice');
  const patterns = [...(await read(sitesItem)), ...sites].map(({ pattern }) => pattern);
  if (new Set(patterns).size > settingsLimits.sites) fail('import-too-large');
  let added = 0;
  const connections = await withConnections(async () => {
    const present = await read(connectionsItem);
    const isNew = ({ id }: Connection) => !present.some((other) => other.id === id);
    const known = new Set([...providers, ...described].map((each) => each.id));
    const wanted = given.filter((each) => known.has(each.provider) && isNew(each) && !isManagedId(each.id));
    checkCount(present.length + wanted.length);
    added = await importDescribed(described);
    // A key that a connection of this ID may have left is not for the file's maker.
    await Promise.all(wanted.map(({ id }) => removeKey(id)));
    // One of a provider that was not taken has nobody to ask.
    const askable = wanted.filter(({ provider }) => providers.some(({ id }) => id === provider));
    await change(connectionsItem, (all) => [...all, ...askable]);
    return askable;
  });
  if (note) await change(noteItem, () => note);
  if (singleKeys !== undefined) await change(singleKeysItem, () => singleKeys);
  if (askOnPoint !== undefined) await change(askOnPointItem, () => askOnPoint);
  if (hidePersonalData !== undefined) await change(hidePersonalDataItem, () => hidePersonalData);
  if (language) await setLanguage(language);
  const imported = { connections: connections.length, sites: await addSites(sites), providers: added };
  if (added > 0) await restartReading();
  return imported;
}

async function readSettings(text: string): Promise<SettingsFile> {
  const { SettingsFile: shape } = await import('./settingsFile');
  try {
    const { data: file, error } = shape.safeParse(JSON.parse(text));
    if (error?.issues.every(({ code }) => code === 'too_big')) return fail('import-too-large');
    if (file?.sites?.every(({ pattern }) => sitePattern(pattern) === pattern) ?? file) return file as SettingsFile;
  } catch (thrown) {
    if (thrown instanceof CallFailure) throw thrown;
    // Whatever is wrong with it, it is no file of ours.
  }
  throw new CallFailure({ code: 'import-invalid' });
}
