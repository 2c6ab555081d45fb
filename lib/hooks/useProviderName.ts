import { useCallback } from 'react';
import { useProviders } from './useProviders';

/** The name of a provider by its ID; the ID itself where it is not known, or not yet. */
export function useProviderName(): (id: string) => string {
  const providers = useProviders();
  return useCallback((id) => providers.find((each) => each.id === id)?.name ?? id, [providers]);
}
