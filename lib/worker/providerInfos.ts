import type { ProviderInfo } from '../call/providerInfo';
import { providers } from '../providers';
import { languageReady } from '../browser/chosenLanguage';
import { change } from '../storage/item';
import { providersItem } from '../storage/items';
import { hasOpaqueIds } from './calls/lookUp';
import { providersReady } from './described/ready';
import { inUiLanguage } from './inUiLanguage';

/** What pages may know of each provider. */
export const providerInfos = (): ProviderInfo[] =>
  providers.map((provider) => {
    const { id, name, regions, keyPage, scopes, filters } = provider;
    return {
      id,
      name,
      regions,
      account: provider.account.map(({ name: field, label, phrase, hint, pattern }) => ({
        name: field,
        label: inUiLanguage(label),
        phrase: inUiLanguage(phrase),
        hint: inUiLanguage(hint),
        pattern,
      })),
      keyHelp: inUiLanguage(provider.keyHelp),
      keyPage,
      scopes,
      filters,
      hasOpaqueIds: hasOpaqueIds(provider),
      noteScopes: provider.notes?.scopes,
      samples: provider.samples.ids,
    };
  });

/** Leaves it where pages find it without waking the worker. */
export async function publishProviders(): Promise<void> {
  await Promise.all([providersReady(), languageReady()]);
  await change(providersItem, providerInfos);
}
