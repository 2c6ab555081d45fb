import { readOwn } from '../storage/item';
import {
  askOnPointItem,
  connectionsItem,
  describedItem,
  hidePersonalDataItem,
  languageItem,
  noteItem,
  singleKeysItem,
  sitesItem,
} from '../storage/items';

/** All of the user's own settings but the keys, as indented JSON. */
export async function exportSettings(): Promise<string> {
  const [{ readDescription }, { SettingsFile }] = await Promise.all([
    import('../providers/described/readDescription'),
    import('./settingsFile'),
  ]);
  const file = {
    product: 'call-log-inspector',
    version: 1,
    connections: await readOwn(connectionsItem),
    providers: (await readOwn(describedItem)).flatMap(({ text }) => {
      const found = readDescription(text);
      return 'description' in found ? [found.description] : [];
    }),
    sites: await readOwn(sitesItem),
    askOnPoint: await readOwn(askOnPointItem),
    note: await readOwn(noteItem),
    singleKeys: await readOwn(singleKeysItem),
    hidePersonalData: await readOwn(hidePersonalDataItem),
    language: await readOwn(languageItem),
  };
  // Parsing drops what a settings file must not hold.
  return JSON.stringify(SettingsFile.parse(file), null, 2);
}
