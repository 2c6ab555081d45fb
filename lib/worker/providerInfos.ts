import type { ProviderInfo } from '../call/providerInfo';
import { providers } from '../providers';
import { providersItem } from '../storage/settings';

/** What pages may know of each provider. */
export const providerInfos: ProviderInfo[] = providers.map(
  ({ id, name, baseUrl, keyPage, scopes, needsLocation, filters }) => ({
    id,
    name,
    baseUrl,
    keyPage,
    scopes,
    needsLocation,
    filters,
  }),
);

/** Leaves it where pages find it without waking the worker. */
export const publishProviders = (): Promise<void> => providersItem.setValue(providerInfos);
